import type { VaultFacts } from "../../lib/tasks/vault-facts";
import { dateAndTime, day } from "../dates";
import { entryWords } from "./vault-words";

const SHOWN = 50;

/** Every host ever contacted, and what happened to the vault. */
export function RecordSection({ facts: { hosts, journal } }: { facts: VaultFacts }) {
  return (
    <>
      <section aria-labelledby="vault-hosts">
        <h2 id="vault-hosts">Hosts ever contacted</h2>
        {hosts.length === 0 ? (
          <p class="quiet">None. Nothing has left this computer.</p>
        ) : (
          <ul aria-label="Hosts" class="record">
            {hosts.map(({ host, firstAt, lastAt }) => (
              <li key={host}>
                <span class="mono">{host}</span>
                <span class="quiet">
                  first {day(firstAt)}, last {day(lastAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="vault-record">
        <h2 id="vault-record">Unlocks and captures</h2>
        <ul aria-label="Unlocks and captures" class="record">
          {journal.slice(0, SHOWN).map((entry) => (
            <li key={`${entry.at} ${entryWords(entry)}`}>
              <span>{entryWords(entry)}</span>
              <span class="quiet">{dateAndTime(entry.at)}</span>
            </li>
          ))}
        </ul>
        {journal.length > SHOWN && (
          <p class="quiet">
            The latest {SHOWN} of {journal.length}.
          </p>
        )}
      </section>
    </>
  );
}

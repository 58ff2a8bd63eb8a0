import type { VaultFacts } from "../../lib/tasks/vault-facts";
import { t } from "../../lib/words/words";
import { dateAndTime, day } from "../dates";
import { entryWords } from "./vault-words";

const SHOWN = 50;

/** Every host ever contacted, and what happened to the vault. */
export function RecordSection({ facts: { hosts, journal } }: { facts: VaultFacts }) {
  return (
    <>
      <section aria-labelledby="vault-hosts">
        <h2 id="vault-hosts">{t("record.hostsHeading")}</h2>
        {hosts.length === 0 ? (
          <p class="quiet">{t("record.noHosts")}</p>
        ) : (
          <ul aria-label={t("record.hosts")} class="record">
            {hosts.map(({ host, firstAt, lastAt }) => (
              <li key={host}>
                <span class="mono">{host}</span>
                <span class="quiet">{t("record.between", day(firstAt), day(lastAt))}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="vault-record">
        <h2 id="vault-record">{t("record.heading")}</h2>
        <ul aria-label={t("record.heading")} class="record">
          {journal.slice(0, SHOWN).map((entry) => (
            <li key={`${entry.at} ${entryWords(entry)}`}>
              <span>{entryWords(entry)}</span>
              <span class="quiet">{dateAndTime(entry.at)}</span>
            </li>
          ))}
        </ul>
        {journal.length > SHOWN && <p class="quiet">{t("record.latest", SHOWN, journal.length)}</p>}
      </section>
    </>
  );
}

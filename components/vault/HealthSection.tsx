import type { VaultFacts } from "../../lib/tasks/vault-facts";
import { dateAndTime } from "../dates";
import { keysWords } from "./vault-words";

const COPIES = {
  agree: "Both copies agree",
  behind: "The second copy is behind; it follows with the next change or unlock",
  missing: "There is no second copy; it is made at the next unlock",
} as const;

/** How the vault stands, in one look. */
export function HealthSection({ facts }: { facts: VaultFacts }) {
  const { health, backup, keyCount } = facts;
  return (
    <section aria-labelledby="vault-health">
      <h2 id="vault-health">Health</h2>
      <dl class="facts">
        <Fact name="Entries" isGood={health.damaged.length === 0}>
          {health.damaged.length === 0
            ? `${keysWords(keyCount)}, everything can be read`
            : `${health.damaged.length} entries are damaged in both copies, or not the vault's. The others are safe. Import your latest backup below; a key that is still missing must be deleted in the console and made anew.`}
        </Fact>
        <Fact name="Copies" isGood={health.copies === "agree"}>
          {COPIES[health.copies]}
        </Fact>
        <Fact name="Backup" isGood={backup !== null && backup.missing === 0}>
          {backupWords(facts)}
        </Fact>
        <Fact name="Unverified keys" isGood={facts.unverified === 0}>
          {facts.unverified === 0
            ? "None: every key has worked at least once"
            : `${keysWords(facts.unverified)} never worked yet. Press Test beside them.`}
        </Fact>
        {facts.mayBeExposed > 0 && (
          <Fact name="May be exposed" isGood={false}>
            {keysWords(facts.mayBeExposed)} held while the vault's files had been exchanged. Delete
            them in the console and make new ones.
          </Fact>
        )}
      </dl>
    </section>
  );
}

function backupWords({ backup, keyCount }: VaultFacts): string {
  if (keyCount === 0) return "Nothing to back up yet";
  if (!backup) return "Never. Whoever loses this profile loses the kept keys: make one below.";
  const age = `Made ${dateAndTime(backup.at)}`;
  return backup.missing === 0
    ? `${age}, all keys are in it`
    : `${age}; ${keysWords(backup.missing)} not in it. Make a new one below.`;
}

function Fact({
  name,
  isGood,
  children,
}: {
  name: string;
  isGood: boolean;
  children: preact.ComponentChildren;
}) {
  return (
    <div data-good={isGood}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

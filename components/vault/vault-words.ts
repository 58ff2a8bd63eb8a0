import type { VaultFacts } from "../../lib/tasks/vault-facts";
import type { Finding } from "../../lib/vault/reconcile";

/** What happened, what is safe, what to do. */
export const FINDING_WORDS: Record<Finding["kind"], string> = {
  "first-lost":
    "The vault's database was empty. The vault was brought back from its second copy, and nothing is missing. If you did not clear the browser's data yourself, make a backup now.",
  "first-older":
    "The vault's database was an older copy than the one last used here. The newer second copy was put in its place, so nothing is missing. If you did not restore a profile yourself, somebody may have exchanged files: check this computer and make a backup now.",
  "first-repaired":
    "Some entries of the vault were damaged on the disk. They were mended from the second copy, and nothing is missing. If it happens again, the disk may be failing: make a backup now.",
  "second-older":
    "The vault's second copy was older than the vault. It was made anew, and nothing is missing. If you did not restore a profile yourself, somebody may have exchanged files on this computer.",
  "second-repaired":
    "The vault's second copy was damaged or incomplete. It was made anew, and nothing is missing.",
};

export const OLDER_WORDS =
  "This is an older copy of the vault than the one last used on this computer, so keys saved since then may be missing. What is here can be read and copied; nothing is changed. If you restored the profile or the disk yourself, go on with this copy or import your latest backup afterwards. If you did not, somebody may have exchanged the files: revoke keys you do not recognise in the console.";

type Entry = VaultFacts["journal"][number];

const WAYS = { passphrase: "passphrase", recovery: "recovery code", passkey: "passkey" } as const;

export function entryWords(entry: Entry): string {
  switch (entry.kind) {
    case "captured":
      return `Key captured: ${entry.description || "without description"}`;
    case "pasted":
      return `Key added by hand: ${entry.description || "without description"}`;
    case "unlocked":
      return `Unlocked with the ${WAYS[entry.by] ?? "passphrase"}`;
    case "backup":
      return `Backup made and opened on trial: ${keysWords(entry.keys)}`;
    case "import":
      return `Imported from a backup: ${keysWords(entry.keys)}`;
    case "put-right":
      return `Put right (${entry.rows}): ${FINDING_WORDS[entry.finding]?.split(". ")[0] ?? "the copies"}`;
    default:
      return EVENT_WORDS[entry.kind];
  }
}

const EVENT_WORDS = {
  created: "Vault created",
  "older-accepted": "Went on with an older copy",
  passphrase: "Passphrase changed",
  "recovery-code": "New recovery code made",
  passkey: "Passkey added",
  "way-removed": "Recovery code or passkey removed",
  "vault-key": "New vault key: everything encrypted anew",
} as const;

export function keysWords(count: number): string {
  return count === 1 ? "1 key" : `${count} keys`;
}

import type { VaultFacts } from "../../lib/tasks/vault-facts";
import type { Finding } from "../../lib/vault/reconcile";
import { t, tn, type WordName } from "../../lib/words/words";

/** What happened, what is safe, what to do. */
export const FINDING_WORDS: Record<Finding["kind"], WordName> = {
  "first-lost": "vaultNews.firstLost",
  "first-older": "vaultNews.firstOlder",
  "first-repaired": "vaultNews.firstRepaired",
  "second-older": "vaultNews.secondOlder",
  "second-repaired": "vaultNews.secondRepaired",
};

/** The same, as one line among others. */
const FOUND: Record<Finding["kind"], WordName> = {
  "first-lost": "record.firstLost",
  "first-older": "record.firstOlder",
  "first-repaired": "record.firstRepaired",
  "second-older": "record.secondOlder",
  "second-repaired": "record.secondRepaired",
};

type Entry = VaultFacts["journal"][number];

const UNLOCKED: Record<Extract<Entry, { kind: "unlocked" }>["by"], WordName> = {
  passphrase: "record.byPassphrase",
  recovery: "record.byCode",
  passkey: "record.byPasskey",
};

const EVENTS = {
  created: "record.created",
  "older-accepted": "record.olderAccepted",
  passphrase: "record.passphraseChanged",
  "recovery-code": "record.codeMade",
  passkey: "record.passkeyAdded",
  "way-removed": "record.wayRemoved",
  "vault-key": "record.vaultKey",
} as const;

/** One line of what happened to the vault. What it was stored with may be of another version. */
export function entryWords(entry: Entry): string {
  switch (entry.kind) {
    case "captured":
      return t("record.captured", entry.description || t("record.nameless"));
    case "pasted":
      return t("record.pasted", entry.description || t("record.nameless"));
    case "unlocked":
      return t(UNLOCKED[entry.by] ?? "record.byPassphrase");
    case "backup":
      return tn("record.backup", entry.keys);
    case "import":
      return tn("record.import", entry.keys);
    case "put-right":
      return t("record.putRight", entry.rows, t(FOUND[entry.finding] ?? "record.theCopies"));
    default:
      return t(EVENTS[entry.kind]);
  }
}

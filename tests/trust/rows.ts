/** One row of the table: what it promises, and which test files show it. */
export interface TrustRow {
  id: string;
  promise: string;
  /** Under the project `trust` unless it stands in another folder of `tests/`. */
  files: readonly string[];
  /** For rows shown by ordinary tests: what is said when all of them pass. */
  figure?: string;
  open?: string;
  /**
   * How `npm test` shows it in short: by a run of its own files with a few of each, or by what
   * another of its steps runs.
   */
  short: "run" | { by: readonly string[]; lacks?: string };
}

const KNOWN_ANSWERS = [
  "unit/vault/known-answers.test.ts",
  "unit/vault/fixtures.test.ts",
  "unit/vault/backup.test.ts",
];

export const ROWS: readonly TrustRow[] = [
  {
    id: "A1",
    promise: "Altered vault rows are never accepted",
    files: ["trust/a01-mutations.trust.ts"],
    short: "run",
  },
  {
    id: "A2",
    promise: "A tampered slot derives nothing outside the list",
    files: ["trust/a02-slots.trust.ts"],
    short: "run",
  },
  {
    id: "A3",
    promise: "Killed in the middle, nothing acknowledged is lost",
    files: ["trust/a03-kills.trust.ts"],
    short: "run",
  },
  {
    id: "A4",
    promise: "Damaged store files are mended or named",
    files: ["trust/a04-damage.trust.ts"],
    short: "run",
  },
  {
    id: "A5",
    promise: "A full disk never says “saved”",
    files: ["trust/a05-full-disk.trust.ts"],
    short: "run",
  },
  {
    id: "A6",
    promise: "Writers at once lose nothing",
    files: ["trust/a06-writers.trust.ts"],
    short: "run",
  },
  {
    id: "A7",
    promise: "Fuzzed messages get nothing out",
    files: ["trust/a07-messages.trust.ts"],
    short: "run",
  },
  {
    id: "A8",
    promise: "Bad API answers do no harm",
    files: [
      "trust/a08-answers.trust.ts",
      "unit/api/hostile-answers.test.ts",
      "unit/api/client.test.ts",
    ],
    short: "run",
  },
  {
    id: "A9",
    promise: "No secret stands on the disk",
    files: ["trust/a09-disk.trust.ts"],
    short: "run",
  },
  {
    id: "A10",
    promise: "No secret stays in memory after the lock",
    files: ["trust/a10-memory.trust.ts"],
    short: "run",
  },
  {
    id: "A11",
    promise: "The manifests ask for what is listed and no more",
    files: ["trust/a11-manifests.trust.ts"],
    short: "run",
  },
  {
    id: "A12",
    promise: "A redressed page discloses nothing",
    files: ["trust/a12-redress.trust.ts"],
    short: "run",
  },
  {
    id: "A13",
    promise: "Known answers and frozen fixtures",
    files: KNOWN_ANSWERS,
    figure: "all known answers equal; every frozen vault and backup opens",
    short: { by: KNOWN_ANSWERS },
  },
  {
    id: "A14",
    promise: "Others can write an opener",
    files: ["trust/a14-openers.trust.ts"],
    short: { by: ["unit/vault/fixtures.test.ts", "unit/vault/java-openers.test.ts"] },
  },
  {
    id: "A15",
    promise: "An older copy put back is noticed",
    files: ["trust/a15-rollback.trust.ts"],
    short: "run",
  },
  {
    id: "A16",
    promise: "A meddled-with inbox is flagged",
    files: ["unit/vault/inbox.test.ts"],
    figure: "key swapped, injected, replayed, dropped: all flagged, none trusted",
    short: { by: ["unit/vault/inbox.test.ts"] },
  },
  {
    id: "A17",
    promise: "A pasted key is never altered",
    files: ["unit/keys/pasted-token.test.ts"],
    figure:
      "every usual wrapping and 10,000 random ones: the exact key or a refusal, never an altered key",
    short: { by: ["unit/keys/pasted-token.test.ts"] },
  },
  {
    id: "A18",
    promise: "The clock cannot keep it open",
    files: ["trust/a18-clock.trust.ts"],
    short: "run",
  },
  {
    id: "A19",
    promise: "Closing the popup changes no outcome",
    files: ["trust/a19-popup-closed.trust.ts"],
    short: { by: ["e2e/popup-closed.test.ts"] },
  },
  {
    id: "A20",
    promise: "A new passphrase leaves records, a new key leaves none",
    files: ["unit/vault/ways-in.test.ts"],
    figure: "records byte-equal and the old passphrase refused; no row unchanged under a new key",
    short: { by: ["unit/vault/ways-in.test.ts"] },
  },
  {
    id: "A21",
    promise: "Fast enough to be used",
    files: ["trust/a21-speed.trust.ts"],
    short: "run",
  },
  {
    id: "A22",
    promise: "web-ext lint of the Firefox build",
    files: ["trust/a22-lint.trust.ts"],
    short: {
      by: ["Types", "Lint"],
      lacks: "web-ext, which brings several hundred packages, runs in full only",
    },
  },
  {
    id: "A23",
    promise: "Few packages, equal builds",
    files: ["trust/a23-builds.trust.ts"],
    short: "run",
  },
  {
    id: "A24",
    promise: "Only the right passkey opens",
    files: ["e2e/passkey.test.ts"],
    figure:
      "virtual authenticator: right opens; other secret, deleted, no secret do not; the passphrase always",
    short: { by: ["e2e/passkey.test.ts"] },
  },
];

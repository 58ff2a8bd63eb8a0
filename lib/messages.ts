import type { ApiKey, Capture, KeyEnd } from "./keys/api-key";
import type { RowFacts } from "./keys/row-facts";
import type { KeyWish } from "./tasks/creation/key-wish";
import type { HandsOrder, HandsReport, PageWork } from "./tasks/creation/page-work";
import type { CaptureState } from "./tasks/keep-token";
import type { RowMark } from "./tasks/mark-rows";
import type { OwnReminders } from "./tasks/reminders/reminder-rules";
import type { RowToDelete } from "./tasks/rotation/pointed-row";
import type { Additions, Settings } from "./tasks/settings/settings";
import type { WriteDecision } from "./tasks/writing/carry-out";
import type { JournalEntry } from "./tasks/writing/journal";
import type { WriteMode } from "./tasks/writing/write-mode";
import type { WriteSecrets } from "./tasks/writing/write-order";
import type { AutoLockMinutes } from "./vault/auto-lock";
import type { ImportOutcome } from "./vault/backup";
import type { BackupKey } from "./vault/backup-file";
import type { Proof } from "./vault/proof";
import type { WordTable } from "./words/words-of";

/** What the console's page is told of the settings. */
export interface PageSettings {
  /** What may be there now. */
  additions: Additions;
  isPaused: boolean;
  /** Where another language than the browser's was chosen. */
  words: WordTable | null;
}

export interface Messages {
  // From the console's page. No answer ever carries a token, a record or a list of keys.
  hold(capture: Capture): CaptureState;
  /** The person pressed *Save to vault*; `description` is what the console's form says by now. */
  saveHeld(captureId: string, description: string): CaptureState;
  /** `null` while the vault is locked or absent; otherwise one mark for each row, in order. */
  markRows(rows: RowFacts[]): (RowMark | null)[] | null;
  /** Every row of a list that shows all there is. */
  sawWholeList(rows: RowFacts[]): void;
  openFirstRun(): void;
  /** The page was loaded: is there something to do in it? */
  consoleReady(): void;
  reportHands(report: HandsReport): HandsOrder;
  rowToDelete(rows: RowFacts[]): RowToDelete;
  pageSettings(): PageSettings;

  // From popup and workspace.
  createVault(passphrase: string): void;
  /** An unlock is likely to come soon. */
  getReady(): void;
  /** `false` when the passphrase does not open the vault. */
  unlock(passphrase: string): boolean;
  lock(): void;
  saveWaiting(held: { captureId: string; description: string }): ApiKey;
  discardWaiting(captureId: string): void;
  addKey(key: { token: string; description: string; end: KeyEnd }): ApiKey;
  removeKey(keyId: string): void;
  /** Makes it the key the API is called with. */
  useKey(keyId: string): void;
  testKey(keyId: string): ApiKey;
  /** The person copied a key: the clipboard is emptied after the time they chose, whatever closes meanwhile. */
  copied(): void;
  refreshContracts(): void;
  /** Values that cannot be used are left as they were. */
  changeSettings(change: Partial<Settings>): void;
  /** Which host of the API a key is sent to. */
  setApiHost(chosen: { keyId: string; host: string }): void;

  // The vault itself.
  unlockWith(proof: Proof): boolean;
  /** A new vault although another one is gone: only by the person's own word. */
  startAnew(passphrase: string): void;
  goOnWithOlder(): void;
  changePassphrase(change: { proof: Proof; passphrase: string }): void;
  /** The answer is the only place the new code is ever in. Codes of before stay. */
  addRecoveryCode(proof: Proof): string;
  /** `salt` and `secret` in base64. */
  addPasskey(added: { proof: Proof; credentialId: string; salt: string; secret: string }): void;
  removeSlot(slotId: string): void;
  renewVaultKey(change: { proof: Proof; passphrase: string }): void;
  importKeys(keys: BackupKey[]): ImportOutcome;
  /** A backup was made and opened on trial; these keys are in it. */
  noteBackup(keyIds: string[]): void;
  setAutoLock(minutes: AutoLockMinutes): void;
  setStrict(strict: boolean): void;
  setKeepsHours(inClear: boolean): void;
  /** One write to the API, guarded and recorded; the same decision twice is one write. */
  carryOut(decision: WriteDecision, secrets: WriteSecrets): JournalEntry;
  /** Looks for writes nobody knows the end of; only reads. Tells how many are still open. */
  resolveWrites(): number;
  setWriteMode(mode: WriteMode): void;
  /** Starts making a key; `false` while another one is being made. Rejects with `SwitchedOffError`. */
  createKey(wish: KeyWish): boolean;
  /** Does nothing once the console was asked. */
  cancelCreation(): void;
  /** A creation that the browser's end interrupted is looked for in the console's list. */
  lookForCreation(): void;
  /** The person has read how it ended. */
  dismissCreation(): void;
  /** A worker that died is to go on where it stopped. */
  resumeCreation(): void;
  /** What stands in *New key*, for the next time it opens; `null` forgets it. */
  keepDraft(draft: { description: string; expires: string } | null): void;
  /** Where a key is used. */
  setTags(tagged: { keyId: string; tags: string[] }): void;
  /** A place uses the new key of a rotation, or not yet. `keyId` is the old key's. */
  tickPlace(tick: { keyId: string; place: string; isMoved: boolean }): void;
  /** The old key was deleted, or both shall stay. */
  endRotation(keyId: string): void;
  /** Points at the row of a replaced key in the console. */
  pointOutKey(keyId: string): void;
  /** Whether a digest of reminders is shown as a notification. */
  setReminders(isOn: boolean): void;
  /** Epoch ms. */
  snoozeReminders(untilMs: number): void;
  /** When to remind of one key; `null` as of every key. */
  setOwnReminders(chosen: { keyId: string; own: OwnReminders | null }): void;
}

/** What answers some of the messages. */
export type HandlersOf<Handled extends keyof Messages> = {
  [Name in Handled]: (...args: Parameters<Messages[Name]>) => Promise<ReturnType<Messages[Name]>>;
};

export type Sender = "console" | "ours";

/** Who may send what. Checked against the sender as the browser names it, never against the message. */
export const SENT_BY = {
  hold: "console",
  saveHeld: "console",
  markRows: "console",
  sawWholeList: "console",
  openFirstRun: "console",
  consoleReady: "console",
  reportHands: "console",
  rowToDelete: "console",
  pageSettings: "console",
  createVault: "ours",
  unlock: "ours",
  getReady: "ours",
  lock: "ours",
  saveWaiting: "ours",
  discardWaiting: "ours",
  addKey: "ours",
  removeKey: "ours",
  useKey: "ours",
  testKey: "ours",
  copied: "ours",
  refreshContracts: "ours",
  changeSettings: "ours",
  setApiHost: "ours",
  unlockWith: "ours",
  startAnew: "ours",
  goOnWithOlder: "ours",
  changePassphrase: "ours",
  addRecoveryCode: "ours",
  addPasskey: "ours",
  removeSlot: "ours",
  renewVaultKey: "ours",
  importKeys: "ours",
  noteBackup: "ours",
  setAutoLock: "ours",
  setStrict: "ours",
  setKeepsHours: "ours",
  carryOut: "ours",
  resolveWrites: "ours",
  setWriteMode: "ours",
  createKey: "ours",
  cancelCreation: "ours",
  lookForCreation: "ours",
  dismissCreation: "ours",
  resumeCreation: "ours",
  keepDraft: "ours",
  setTags: "ours",
  tickPlace: "ours",
  endRotation: "ours",
  pointOutKey: "ours",
  setReminders: "ours",
  snoozeReminders: "ours",
  setOwnReminders: "ours",
} as const satisfies Record<keyof Messages, Sender>;

/** What is looked for in the console's page. */
export type PagePart =
  | "page"
  | "heading"
  | "list"
  | "column: expiry"
  | "column: created"
  | "column: description"
  | "create form"
  | "token place";

/** By what a part was recognised, or why it was not. */
export type FindingReason =
  | "not-looked-at"
  | "table"
  | "grid"
  | "rows-under-header"
  | "labelled-entries"
  | "no-expiry"
  | "heading"
  | "address"
  | "documentation-address"
  | "other-heading"
  | "no-keys-heading"
  | "no-label"
  | "no-list"
  | "form-fields"
  | "not-open"
  | "no-new-key";

export interface PageFinding {
  part: PagePart;
  found: boolean;
  /** Where the page's own words say it, those. */
  by: FindingReason | { words: string };
}

/** What was recognised on the page in front, with every value redacted. Answered by the content script. */
export interface PageReport {
  /** Path of the address, without query and fragment. */
  path: string;
  isApiKeysPage: boolean;
  /** One for each thing looked for. */
  findings: PageFinding[];
  rows: number;
  unreadableRows: number;
}

/** Sent from the extension to the content script of a console tab. */
export interface PageMessages {
  /** A vault appeared, was locked or unlocked, or its keys changed. Carries nothing of it. */
  vaultChanged(): void;
  settingsChanged(settings: PageSettings): void;
  report(): PageReport;
  /** Starts or, where it is under way already, goes on. */
  work(work: PageWork): void;
  stopWork(taskId: string): void;
  /** Shows the row of a key that may be deleted; the page asks which one it is. */
  pointOut(): void;
}

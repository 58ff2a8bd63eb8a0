import type { ApiKey, Capture, KeyEnd } from "./keys/api-key";

/** What the vault knows of a row in the console's list. */
export type VaultMark = "kept" | "missing" | "differs";

/** Where a token seen in the page now stands. */
export type CaptureState =
  | { state: "no-vault" }
  /** Sealed into the inbox and read back. */
  | { state: "held" }
  /** Read back from the vault and equal (while locked: from the sealed inbox, byte for byte). */
  | { state: "saved" }
  | { state: "failed"; reason: CaptureFailure };

/** `gone`: nothing is held under that capture id, so the token must be sent again. */
export type CaptureFailure = "storage" | "inbox-full" | "not-a-token" | "gone" | "read-only";

/** One row of the console's list, as far as it was understood. Instants are ISO; several where the text is ambiguous. */
export interface RowFacts {
  description: string;
  /** Every instant the row's expiry may mean, earliest and latest; empty when unreadable. */
  expiry: { from: string; to: string }[] | "never";
  created: { from: string; to: string }[];
}

export interface Messages {
  // From the console's page. No answer ever carries a token, a record or a list of keys.
  hold(capture: Capture): CaptureState;
  /** The person pressed *Save to vault*. */
  saveHeld(captureId: string): CaptureState;
  /** `null` while the vault is locked or absent; otherwise one mark for each row, in order. */
  markRows(rows: RowFacts[]): (VaultMark | null)[] | null;
  openFirstRun(): void;

  // From popup and workspace.
  createVault(passphrase: string): void;
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
  /** The person copied a key: the clipboard is emptied 30 s later, whatever closes meanwhile. */
  copied(): void;
  refreshContracts(): void;
}

export type Sender = "console" | "ours";

/** Who may send what. Checked against the sender as the browser names it, never against the message. */
export const SENT_BY = {
  hold: "console",
  saveHeld: "console",
  markRows: "console",
  openFirstRun: "console",
  createVault: "ours",
  unlock: "ours",
  lock: "ours",
  saveWaiting: "ours",
  discardWaiting: "ours",
  addKey: "ours",
  removeKey: "ours",
  useKey: "ours",
  testKey: "ours",
  copied: "ours",
  refreshContracts: "ours",
} as const satisfies Record<keyof Messages, Sender>;

/** What was recognised on the page in front, with every value redacted. Answered by the content script. */
export interface PageReport {
  /** Path of the address, without query and fragment. */
  path: string;
  isApiKeysPage: boolean;
  /** One entry for each thing looked for: the text it was recognised by, or why it was not found. */
  findings: { part: string; found: boolean; by: string }[];
  rows: number;
  unreadableRows: number;
}

/** Sent from the extension to the content script of a console tab. */
export interface PageMessages {
  /** A vault appeared, was locked or unlocked, or its keys changed. Carries nothing of it. */
  vaultChanged(): void;
  report(): PageReport;
}

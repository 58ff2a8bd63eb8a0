import type { ApiKey, Capture } from "../keys/api-key";
import type { AutoLockMinutes } from "./auto-lock";
import type { ImportOutcome, ImportRow } from "./backup";
import type { Backup, BackupKey } from "./backup-file";
import type { Bytes } from "./bytes";
import type { DocumentChange, DocumentsNow } from "./documents";
import type { VaultHealth } from "./health";
import type { HeldToken } from "./held-tokens";
import type { DescribeCapture } from "./inbox";
import type { LockSettings } from "./lock-settings";
import type { Proof } from "./proof";
import type { Finding } from "./reconcile";
import type { KeyFacts } from "./records";
import type { SessionPlace } from "./session";
import type { PasskeyHint, SlotFacts } from "./slot-facts";
import type { UnlockListeners } from "./unlock-vault";

/**
 * `older`: unlocked and read-only, because both copies are older than what was last seen here.
 * `damaged`: the vault's own list cannot be trusted. While unlocked, `keys` and `token` still open
 * what proves itself; nothing is written. `gone`: there was a vault, and no copy of it is left.
 */
export type VaultState = "none" | "locked" | "open" | "older" | "gone" | "newer" | "damaged";

/**
 * One view of the vault. Background, popup and workspace each hold their own over the same
 * database and session area; what one changes, the others see at their next call.
 *
 * Calls that need the key reject with {@link VaultLockedError} or {@link NoVaultError}; calls that
 * write, with {@link NotSavedError} when nothing was changed, with {@link OlderCopyError} while it
 * is `older` and with {@link DamagedVaultError} while it is `damaged`; all of them with
 * {@link NewerFormatError} for what a later version wrote.
 */
export interface Vault {
  /** Where the database is empty, a second copy that still stands is put back first. */
  state(): Promise<VaultState>;
  /** Whether a session is under way; asks nothing else. */
  isUnlocked(): Promise<boolean>;
  /**
   * Leaves it unlocked.
   *
   * @param afterLoss - The person knows that there was a vault and wants a new one all the same.
   * @throws {@link VaultExistsError}, {@link WeakPassphraseError}
   */
  create(passphrase: string, afterLoss?: boolean): Promise<void>;
  /** An unlock is likely to come soon: reads ahead what takes long to read and is no secret, and rehearses the derivation. */
  getReady(): Promise<void>;
  /** `false` when the passphrase does not open it. Files the inbox entries the person already wanted saved. */
  unlock(passphrase: string): Promise<boolean>;
  /**
   * The same with a recovery code or a passkey.
   *
   * @param listeners - Told on the way; all before the answer.
   */
  unlockWith(proof: Proof, listeners?: UnlockListeners): Promise<boolean>;
  lock(): Promise<void>;
  /**
   * Locks when the stored deadline has passed or the clock ran backwards.
   *
   * @returns when it will lock, in epoch ms; `null` when locked, or when only the browser's end locks it.
   */
  lockWhenDue(): Promise<number | null>;
  /** Somebody used the vault: the deadline moves. Nothing else moves it. */
  touch(): Promise<void>;
  autoLockMinutes(): Promise<AutoLockMinutes>;
  /** Counts from now, and for every later unlock. */
  setAutoLockMinutes(minutes: AutoLockMinutes): Promise<void>;
  /** Brings the session under way to the time that counts now, which may have been fixed meanwhile. */
  applyLockTime(): Promise<void>;
  lockSettings(): Promise<LockSettings>;
  /** Strict counts at once when it is switched on, and from the next unlock when it is switched off. */
  setStrict(strict: boolean): Promise<void>;
  /** Whether a strict session has ended since the last call: the browser's memory is to be cleared. */
  takeStrictEnd(): Promise<boolean>;
  /** Tokens that wait in the inbox, wanted or not; readable while locked. */
  waitingCount(): Promise<number>;

  /**
   * Seals into the inbox, locked or not, and reads back. A resend of the same capture id changes nothing.
   *
   * @throws {@link MalformedCaptureError}, {@link InboxFullError}, {@link TooLargeError}
   */
  hold(capture: Capture): Promise<"held" | "saved">;
  /** Marks it wanted; files it at once when unlocked. @throws {@link NotHeldError} */
  saveHeld(captureId: string): Promise<void>;
  /** @throws {@link NotHeldError} */
  saveWaiting(captureId: string, description: string): Promise<ApiKey>;
  discardHeld(captureId: string): Promise<void>;
  /** Held tokens nobody saved or discarded yet. */
  heldTokens(): Promise<HeldToken[]>;

  /** All keys that can be read, in no order; ask {@link damagedRows} whether that is all. */
  keys(): Promise<ApiKey[]>;
  /** @throws {@link DuplicateKeyError}, {@link TooLargeError} */
  addKey(token: string, key: KeyFacts): Promise<ApiKey>;
  /** @throws {@link NoSuchKeyError}, {@link TooLargeError} */
  updateKey(id: string, change: Partial<KeyFacts>): Promise<ApiKey>;
  /** @throws {@link NoSuchKeyError} */
  removeKey(id: string): Promise<void>;
  /** Opens the token itself: call it at the moment of use and keep the answer nowhere. @throws {@link NoSuchKeyError} */
  token(id: string): Promise<string>;

  /** One encrypted JSON document by name; `null` when there is none. */
  document(kind: "settings" | "snapshot", name: string): Promise<unknown>;
  /** @throws {@link TooLargeError} beyond about 1.2 million characters of JSON. */
  putDocument(kind: "settings" | "snapshot", name: string, value: unknown): Promise<void>;
  /**
   * Reads documents and writes them anew as one change, in which nobody else's writing falls. All
   * of it stands then, or nothing.
   *
   * @param make - Says what becomes of them, by name; `undefined` takes one away. It runs again where
   * another writer was faster.
   * @throws {@link TooLargeError}
   */
  changeDocuments(
    kind: "settings" | "snapshot",
    make: (now: DocumentsNow) => Promise<DocumentChange>,
  ): Promise<void>;

  /** Ids of rows that are missing, altered or not the vault's; empty when all is as written. Reads everything. */
  damagedRows(): Promise<string[]>;
  health(): Promise<VaultHealth>;
  /** Compares both copies row by row and puts right what one of them still has. */
  mend(): Promise<Finding[]>;
  /** The person knows that this is an older copy and goes on with it. */
  goOnWithOlder(): Promise<void>;

  /** Readable while locked: expiry instants rounded down to the hour, in epoch ms; empty where they are not kept in clear. */
  expiryHoursMs(): Promise<number[]>;
  /** Whether those may stand in clear. @throws {@link VaultLockedError} */
  keepsHours(): Promise<boolean>;
  setKeepsHours(inClear: boolean): Promise<void>;

  /** What this unlock put right; empty while locked. */
  findings(): Promise<Finding[]>;
  /** Ways into the vault, readable while locked and not proven then. */
  waysIn(): Promise<SlotFacts[]>;
  /** What the browser finds the passkeys by; readable while locked. */
  passkeys(): Promise<PasskeyHint[]>;
  /** @throws {@link WrongProofError}, {@link UselessPasskeyError} */
  addPasskey(
    proof: Proof,
    passkey: { credentialId: string; salt: Bytes; secret: Bytes },
  ): Promise<void>;
  /** A recovery code or passkey. @throws {@link NoSuchKeyError} */
  removeSlot(id: string): Promise<void>;
  /** @returns the new code, kept nowhere; those of before stay. @throws {@link WrongProofError} */
  addRecoveryCode(proof: Proof): Promise<string>;
  /** Records stay as they are. @throws {@link WrongProofError}, {@link WeakPassphraseError} */
  changePassphrase(proof: Proof, passphrase: string): Promise<void>;
  /**
   * Seals everything anew under a new vault key; only `passphrase` opens it then.
   *
   * @throws {@link WrongProofError}, {@link WeakPassphraseError}
   */
  renewVaultKey(proof: Proof, passphrase: string): Promise<void>;

  /** Keeps the index of a large vault near its keys. @returns whether it was written. @throws {@link OlderCopyError}, {@link NotSavedError} */
  refreshKeyIndex(): Promise<boolean>;

  /** All keys with their tokens, in clear and in memory: seal it and keep it nowhere. */
  backup(): Promise<Backup>;
  previewImport(keys: BackupKey[]): Promise<ImportRow[]>;
  /** @throws {@link NotABackupError} */
  importKeys(keys: unknown[]): Promise<ImportOutcome>;
}

export interface VaultDeps extends SessionPlace {
  /** Reads a captured token's own claims; without it, the console's words are kept. */
  describeCapture?: DescribeCapture;
}

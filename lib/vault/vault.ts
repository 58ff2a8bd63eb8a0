import type { ApiKey, Capture, KeyEnd } from "../keys/api-key";

export interface HeldToken {
  captureId: string;
  /** Empty while the vault is locked: it is sealed together with the token. */
  description: string;
  capturedAt: string;
  end: KeyEnd;
}

export type VaultState = "none" | "locked" | "open" | "gone" | "newer" | "damaged";

/** The part of `storage.session` the vault needs; handed in so that the vault knows no browser. */
export interface SessionArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Firefox keeps a `CryptoKey`; on Chromium it becomes `{}`. */
  readonly keepsCryptoKeys: boolean;
}

export interface Vault {
  state(): Promise<VaultState>;
  /** @throws {@link VaultExistsError}, {@link WeakPassphraseError}, {@link NotSavedError} */
  create(passphrase: string): Promise<void>;
  /** `false` when the passphrase does not open it. Files the inbox entries the person already wanted saved. */
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
  /** Locks when the stored deadline has passed or the clock ran backwards; otherwise says when it will, in epoch ms. */
  lockWhenDue(): Promise<number | null>;
  /** Somebody used the vault: the deadline moves. */
  touch(): Promise<void>;

  /** Seals into the inbox, locked or not, and reads back. A resend of the same capture id changes nothing. */
  hold(capture: Capture): Promise<"held" | "saved">;
  /** Marks it wanted; files it at once when unlocked. */
  saveHeld(captureId: string): Promise<void>;
  saveWaiting(captureId: string, description: string): Promise<ApiKey>;
  discardHeld(captureId: string): Promise<void>;
  /** Held tokens nobody saved or discarded yet. While locked the descriptions are empty. */
  heldTokens(): Promise<HeldToken[]>;

  keys(): Promise<ApiKey[]>;
  addKey(token: string, key: Omit<ApiKey, "id" | "fingerprint">): Promise<ApiKey>;
  updateKey(id: string, change: Partial<Omit<ApiKey, "id" | "fingerprint">>): Promise<ApiKey>;
  removeKey(id: string): Promise<void>;
  /** Opens the token itself: call it at the moment of use and keep the answer nowhere. */
  token(id: string): Promise<string>;

  /** One small encrypted JSON document by name; `null` when there is none. */
  document(kind: "settings" | "snapshot", name: string): Promise<unknown>;
  putDocument(kind: "settings" | "snapshot", name: string, value: unknown): Promise<void>;

  /** Readable while locked: expiry instants rounded down to the hour, in epoch ms. Nothing else. */
  expiryHoursMs(): Promise<number[]>;
}

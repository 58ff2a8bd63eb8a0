import type { ApiKey } from "../keys/api-key";
import { NewerFormatError, NoVaultError, VaultLockedError } from "./errors";
import { isNewer, isSameRow, parseRow, type Row } from "./format";
import type { JustOpened } from "./just-opened";
import { type Manifest, openManifest } from "./manifest";
import {
  currentSession,
  endSession,
  endThis,
  type Session,
  type SessionPlace,
  sessionVaultKey,
} from "./session";
import { hasNoRows } from "./vault-db";
import { type VaultKeys, workingKeys } from "./vault-key";

/** The manifest proven last, for as long as the key it was proven with is in use. */
export const proven = new WeakMap<VaultKeys, { row: Row; manifest: Promise<Manifest | null> }>();

interface Told extends JustOpened {
  keys: Promise<VaultKeys>;
}

/**
 * The way to the unlocked key. Every call asks the session area first, so that a lock or a passed
 * deadline counts in every context at once; only the import of the key is remembered.
 */
export class VaultGate {
  readonly place: SessionPlace;
  /** Changes of the vault that are under way here. */
  writing = 0;
  #live: { session: Session; keys: VaultKeys } | null = null;
  /** What was asked in this turn already: whoever asks in the same one gets the same answer. */
  #asked: Promise<VaultKeys | null> | null = null;
  /** Rows of documents as they were read before an unlock, by their hash: ciphertext, as on the disk. */
  readonly ahead = new Map<string, Row>();
  /** The manifest as it was read then. */
  manifestAhead: Row | null = null;
  #told: Told | null = null;
  /** Keys as opened in this session, under the hash of their listed part. */
  readonly #opened = new Map<string, { hash: string; key: ApiKey }>();

  constructor(place: SessionPlace) {
    this.place = place;
  }

  /** `null` while locked. */
  keysIfOpen(): Promise<VaultKeys | null> {
    if (!this.#asked) {
      this.#asked = this.#ask();
      queueMicrotask(() => {
        this.#asked = null;
      });
    }
    return this.#asked;
  }

  /** Whether the session that was asked for last is one over an older copy. */
  get isOlder(): boolean {
    return this.#live?.session.isOlder ?? false;
  }

  async #ask(): Promise<VaultKeys | null> {
    const session = await currentSession(this.place);
    if (!session) return this.#forget();
    if (this.#live?.session.sessionId === session.sessionId) {
      this.#live.session = session;
      return this.#live.keys;
    }
    this.#forget();
    const told = this.#told;
    const isTold = told?.sessionId === session.sessionId;
    const keys = await (isTold ? told.keys : this.#open(session));
    if (keys) this.adopt(session, keys);
    else await endThis(this.place, session);
    return keys;
  }

  async #open(session: Session): Promise<VaultKeys | null> {
    const base = await sessionVaultKey(this.place, session);
    return base && workingKeys(base, session.vaultId);
  }

  /**
   * What an unlock tells spares looking for it, in what is read until `null` is said: the key is good
   * while the session area names its session, and the manifest read ahead if it is the one proven.
   * The same may be said twice: while the vault is opening, and when it is open.
   */
  hear(opened: JustOpened | null): void {
    const { sessionId, mac } = this.#told ?? {};
    if (opened && opened.sessionId === sessionId && opened.mac === mac) return;
    this.#told = opened && { ...opened, keys: workingKeys(opened.base, opened.vaultId) };
  }

  /** What was heard of last, unless it is another session that is under way. */
  get told(): Told | null {
    const live = this.#live?.session.sessionId;
    return live === undefined || live === this.#told?.sessionId ? this.#told : null;
  }

  /** Where the unlock that was just heard of has proven the manifest that was read ahead. */
  get toldManifest(): Row | null {
    const row = this.manifestAhead;
    return row && row.ciphertext.toBase64() === this.told?.mac ? row : null;
  }

  /** The key of a session that this context has just begun, or has the key of. */
  adopt(session: Session, keys: VaultKeys): void {
    const { sessionId, kept } = session;
    this.#live = { session, keys };
    if (kept === null) this.place.keyLine.offer({ sessionId, base: keys.base });
  }

  /** @throws {@link VaultLockedError}, {@link NoVaultError} */
  async keys(): Promise<VaultKeys> {
    const keys = await this.keysIfOpen();
    if (keys) return keys;
    throw (await hasNoRows(this.place.db)) ? new NoVaultError() : new VaultLockedError();
  }

  /**
   * @param stored - What stands at {@link MANIFEST_KEY}, read together with the rows it is about.
   * @returns `null` when it was not written with this vault key.
   * @throws {@link NewerFormatError}
   */
  async verified(keys: VaultKeys, stored: unknown): Promise<Manifest | null> {
    if (isNewer(stored)) throw new NewerFormatError();
    const row = parseRow(stored);
    if (!row) return null;
    const known = proven.get(keys);
    if (known && isSameRow(known.row, row)) return known.manifest;
    const manifest = openManifest(keys, row);
    proven.set(keys, { row, manifest });
    return manifest;
  }

  /** Whether any key was opened in this session. */
  get remembersKeys(): boolean {
    return this.#opened.size > 0;
  }

  /** The key as this context opened it before, if that very row is still the one the manifest lists. */
  remembered(id: string, hash: string | undefined): ApiKey | null {
    const known = this.#opened.get(id);
    return known && known.hash === hash ? { ...known.key } : null;
  }

  /** Until the lock. Rows are opened with `keys`; those of a session that has ended leave nothing here. */
  remember(keys: VaultKeys, key: ApiKey, hash: string | undefined): void {
    if (this.#live?.keys === keys && hash !== undefined) this.#opened.set(key.id, { hash, key });
  }

  async lock(): Promise<void> {
    this.#asked = null;
    this.#forget();
    await endSession(this.place);
  }

  #forget(): null {
    if (this.#live) {
      this.place.keyLine.offer(null);
      this.ahead.clear();
      this.manifestAhead = null;
    }
    this.#live = null;
    this.#opened.clear();
    return null;
  }
}

import type { ApiKey, Capture } from "../keys/api-key";
import { type AutoLockMinutes, DEFAULT_AUTO_LOCK, isAutoLock } from "./auto-lock";
import { readWithManifest } from "./commit";
import { readDocument, writeDocument } from "./documents";
import { DamagedVaultError, NotSavedError } from "./errors";
import { isNewer, NIL_UUID, parseRow } from "./format";
import { holdCapture, wantCapture } from "./hold-capture";
import {
  type DescribeCapture,
  discardCapture,
  fileCaptures,
  type HeldToken,
  heldTokens,
  saveCapture,
} from "./inbox";
import { MANIFEST_KEY, readManifest } from "./manifest";
import { mendInbox } from "./mend-inbox";
import { writeNewVault } from "./new-vault";
import {
  addRecord,
  changeRecord,
  type KeyFacts,
  listKeys,
  readToken,
  removeRecord,
} from "./records";
import { damagedRowIds } from "./row-set";
import {
  currentSession,
  extendSession,
  type SessionArea,
  sessionDueAtMs,
  startSession,
} from "./session";
import { openAnySlot, renewSlot } from "./unlock-vault";
import type { VaultDb } from "./vault-db";
import { VaultGate } from "./vault-gate";

export type { HeldToken, SessionArea };

/**
 * `damaged`: the vault's own list cannot be trusted. While unlocked, `keys` and `token` still open
 * what proves itself; nothing is written.
 */
export type VaultState = "none" | "locked" | "open" | "gone" | "newer" | "damaged";

/**
 * One view of the vault. Background, popup and workspace each hold their own over the same
 * database and session area; what one changes, the others see at their next call.
 *
 * Calls that need the key reject with {@link VaultLockedError} or {@link NoVaultError}; calls that
 * write, with {@link NotSavedError} when nothing was changed, and with {@link DamagedVaultError}
 * when the vault is `damaged`; all of them with {@link NewerFormatError} for what a later version wrote.
 */
export interface Vault {
  state(): Promise<VaultState>;
  /** Leaves it unlocked. @throws {@link VaultExistsError}, {@link WeakPassphraseError} */
  create(passphrase: string): Promise<void>;
  /** `false` when the passphrase does not open it. Files the inbox entries the person already wanted saved. */
  unlock(passphrase: string): Promise<boolean>;
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

  /** Ids of rows that are missing, altered or not the vault's; empty when all is as written. Reads everything. */
  damagedRows(): Promise<string[]>;

  /** Readable while locked: expiry instants rounded down to the hour, in epoch ms. Nothing else. */
  expiryHoursMs(): Promise<number[]>;
}

export interface VaultDeps {
  db: VaultDb;
  session: SessionArea;
  /** Epoch ms. */
  now: () => number;
  /** Reads a captured token's own claims; without it, the console's words are kept. */
  describeCapture?: DescribeCapture;
}

const API_HOST = "api.partner.impossiblecloud.com";
const AUTO_LOCK_DOCUMENT = "auto-lock";

export function createVault(deps: VaultDeps): Vault {
  const { db, describeCapture = inTheConsolesWords } = deps;
  const gate = new VaultGate(deps);

  async function storedAutoLock(): Promise<AutoLockMinutes> {
    return autoLockFrom(await readDocument(gate, "settings", AUTO_LOCK_DOCUMENT));
  }

  return {
    async state() {
      const transaction = db.transaction("rows");
      const [count, stored] = await Promise.all([
        transaction.store.count(),
        transaction.store.get(MANIFEST_KEY),
      ]);
      if (count === 0) return "none";
      if (isNewer(stored)) return "newer";
      const keys = await gate.keysIfOpen();
      if (keys) return (await gate.verified(keys, stored)) ? "open" : "damaged";
      return "locked";
    },

    async create(passphrase) {
      const { vaultId, vaultKey } = await writeNewVault(db, passphrase);
      // A vault that was written is there, even if it has to be unlocked once more.
      await unlessUnwritable(() => startSession(deps, vaultId, vaultKey, DEFAULT_AUTO_LOCK));
      vaultKey.fill(0);
    },

    async unlock(passphrase) {
      const opened = await openAnySlot(db, passphrase);
      if (!opened) return false;
      await startSession(deps, opened.row.vaultId, opened.vaultKey, DEFAULT_AUTO_LOCK);
      try {
        const keys = await gate.keys();
        await unlessUnwritable(async () => extendSession(deps, await storedAutoLock()));
        await unlessUnwritable(() => mendInbox(gate, keys));
        await unlessUnwritable(() => fileCaptures(gate, "wanted", describeCapture));
        await unlessUnwritable(() => renewSlot(gate, keys, opened, passphrase));
      } finally {
        opened.vaultKey.fill(0);
      }
      return true;
    },

    lock: () => gate.lock(),

    async lockWhenDue() {
      return (await currentSession(deps)) ? sessionDueAtMs(deps.session) : null;
    },

    touch: () => extendSession(deps),
    autoLockMinutes: storedAutoLock,

    async setAutoLockMinutes(minutes) {
      await writeDocument(gate, "settings", AUTO_LOCK_DOCUMENT, { minutes });
      await extendSession(deps, minutes);
    },

    hold: (capture) =>
      holdCapture(db, capture, async (stored) => {
        const keys = await gate.keysIfOpen();
        if (keys) return gate.verified(keys, stored);
        const row = parseRow(stored);
        return row && readManifest(row);
      }),

    async saveHeld(captureId) {
      const isWaiting = await wantCapture(db, captureId);
      if (isWaiting && (await gate.keysIfOpen()))
        await fileCaptures(gate, { captureId }, describeCapture);
    },

    saveWaiting: (captureId, description) =>
      saveCapture(gate, captureId, description, describeCapture),
    discardHeld: (captureId) => discardCapture(gate, captureId),
    heldTokens: () => heldTokens(gate),

    keys: () => listKeys(gate),
    addKey: (token, key) => addRecord(gate, token, key),
    updateKey: (id, change) => changeRecord(gate, id, change),
    removeKey: (id) => removeRecord(gate, id),
    token: (id) => readToken(gate, id),

    document: (kind, name) => readDocument(gate, kind, name),
    putDocument: (kind, name, value) => writeDocument(gate, kind, name, value),

    async damagedRows() {
      const keys = await gate.keys();
      const { stored, found } = await readWithManifest(db, ({ rows }) => rows.getAll());
      return damagedRowIds(await gate.verified(keys, stored), found);
    },

    async expiryHoursMs() {
      const stored: unknown = await db.get("rows", MANIFEST_KEY);
      if (stored === undefined) return [];
      const row = parseRow(stored);
      const manifest = row && readManifest(row);
      if (!manifest) throw new DamagedVaultError([NIL_UUID]);
      return manifest.rows.flatMap(({ due }) => (due === null ? [] : [due]));
    },
  };
}

/** Nothing that is kept depends on these steps, and the next unlock tries them again. */
async function unlessUnwritable(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof NotSavedError || error instanceof DamagedVaultError)) throw error;
  }
}

function autoLockFrom(stored: unknown): AutoLockMinutes {
  const minutes =
    typeof stored === "object" && stored !== null && "minutes" in stored
      ? stored.minutes
      : DEFAULT_AUTO_LOCK;
  return isAutoLock(minutes) ? minutes : DEFAULT_AUTO_LOCK;
}

function inTheConsolesWords({ end }: Capture) {
  return { end, createdAt: null, apiHost: API_HOST };
}

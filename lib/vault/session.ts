import { type AutoLockMinutes, type Deadline, dueAtMs, isDeadline, mustLock } from "./auto-lock";
import { isUuid } from "./bytes";
import { NONCE_BYTES } from "./format";
import type { KeyLine } from "./key-line";
import type { Finding } from "./reconcile";
import type { SecondPlace } from "./second-place";
import type { VaultDb } from "./vault-db";

/** The part of `storage.session` the vault needs; handed in so that the vault knows no browser. */
export interface SessionArea {
  get(key: string): Promise<unknown>;
  /** Several at one moment, in the order of their keys. */
  getEach(keys: string[]): Promise<unknown[]>;
  set(key: string, value: unknown): Promise<void>;
  /** Several at one moment: nobody sees one without the others. */
  setEach(entries: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Firefox keeps a `CryptoKey`; on Chromium it becomes `{}`. */
  readonly keepsCryptoKeys: boolean;
}

export interface SessionPlace {
  db: VaultDb;
  session: SessionArea;
  second: SecondPlace;
  keyLine: KeyLine;
  /** Epoch ms. */
  now: () => number;
  /** Minutes until the lock, where that is not the person's choice; `null` where it is. */
  fixedLockMinutes?: () => Promise<AutoLockMinutes | null>;
}

/** Says that the vault is unlocked, without its key. */
export interface Session {
  sessionId: string;
  vaultId: string;
  /**
   * The vault key: wrapped in base64 (nonce, ciphertext), or as the browser kept it; `null` where
   * it is in the memory of the context that unlocked, and nowhere else.
   */
  kept: string | CryptoKey | null;
  /** The vault is an older copy: read-only until the person decides. */
  isOlder: boolean;
  /** What was put right at the unlock. */
  findings: Finding[];
}

// Three entries, because a context that only moves the deadline must never write back a key that
// another one has just removed.
export const SESSION_ENTRY = "vault-session";
const DEADLINE = "vault-deadline";
const LAST_SEEN = "vault-last-seen";

/** Stays behind the lock: what is left in the browser's memory is to be cleared. */
export const STRICT = "vault-strict";

export const WRAPPING_KEY = "wrapping";
/** The clock's latest reading is written at most this often. */
const SEEN_STEP_MS = 1000;

/** Whether a strict session has ended since the last call. Call it while locked. */
export async function takeStrictEnd({ session }: SessionPlace): Promise<boolean> {
  const wasStrict = (await session.get(STRICT)) === true;
  await session.remove(STRICT);
  return wasStrict;
}

/** What the session says of the vault changes; its key does not. */
export async function changeSession(
  { session }: SessionPlace,
  current: Session,
  change: Partial<Pick<Session, "isOlder" | "findings">>,
): Promise<void> {
  const now = await session.get(SESSION_ENTRY);
  // A key that comes back behind a lock has no deadline any more, and so counts as locked.
  if (isSession(now) && sameSession(now, current))
    await session.set(SESSION_ENTRY, { ...now, ...change });
}

/** The session under way; `null` when locked. A due session is ended here, whoever asks. */
export async function currentSession(place: SessionPlace): Promise<Session | null> {
  const found = await lookUp(place);
  const nowMs = place.now();
  if (found && nowMs - found.lastSeenMs >= SEEN_STEP_MS) await place.session.set(LAST_SEEN, nowMs);
  return found?.kept ?? null;
}

async function lookUp(place: SessionPlace) {
  const names = [SESSION_ENTRY, DEADLINE, LAST_SEEN];
  const [kept, deadline, lastSeenMs] = await place.session.getEach(names);
  if (!isSession(kept)) return null;
  if (mustLock(deadline, lastSeenMs, kept.sessionId, place.now())) {
    await endThis(place, kept);
    return null;
  }
  return { kept, deadline, lastSeenMs: lastSeenMs as number };
}

/** The vault key in its working form; `null` when what was kept does not open any more. */
export async function sessionVaultKey(
  { db, keyLine }: SessionPlace,
  session: Session,
): Promise<CryptoKey | null> {
  if (session.kept === null) return keyLine.ask(session.sessionId);
  if (typeof session.kept !== "string") return session.kept;
  const stored = await db.get("session", WRAPPING_KEY);
  if (stored?.sessionId !== session.sessionId) return null;
  const wrapped = Uint8Array.fromBase64(session.kept);
  const algorithm = { name: "AES-GCM", iv: wrapped.slice(0, NONCE_BYTES) };
  const { wrappingKey } = stored;
  try {
    return await crypto.subtle.unwrapKey(
      "raw",
      wrapped.slice(NONCE_BYTES),
      wrappingKey,
      algorithm,
      "HKDF",
      false,
      ["deriveKey"],
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
}

/** Ends this session and no other: somebody may have unlocked anew since it was read. */
export async function endThis(place: SessionPlace, session: Session): Promise<void> {
  if (sameSession(await place.session.get(SESSION_ENTRY), session)) await endSession(place);
}

/** Takes the key out of the browser's memory. */
export async function endSession({ db, session }: SessionPlace): Promise<void> {
  await session.remove(SESSION_ENTRY);
  await Promise.all([session.remove(DEADLINE), session.remove(LAST_SEEN)]);
  // On a full disk this may fail. The vault is locked all the same: what it wrapped is gone.
  await Promise.allSettled([db.delete("session", WRAPPING_KEY)]);
}

/** When it will lock, in epoch ms; `null` for at browser close. Call it on a session under way. */
export async function sessionDueAtMs(session: SessionArea): Promise<number | null> {
  const deadline = await session.get(DEADLINE);
  return isDeadline(deadline) ? dueAtMs(deadline) : null;
}

/** The length of the session under way, as it was begun. */
export async function sessionMinutes(session: SessionArea): Promise<AutoLockMinutes | undefined> {
  const deadline = await session.get(DEADLINE);
  return isDeadline(deadline) ? deadline.minutes : undefined;
}

/** Moves the deadline of the session under way, and sets its length when `minutes` is given. */
export async function extendSession(place: SessionPlace, minutes?: AutoLockMinutes): Promise<void> {
  const { kept, deadline } = (await lookUp(place)) ?? {};
  if (!kept || !isDeadline(deadline)) return;
  const { sessionId } = kept;
  const setAtMs = place.now();
  const length = minutes === undefined ? deadline.minutes : minutes;
  await place.session.setEach(deadlineEntries({ sessionId, minutes: length, setAtMs }));
}

/** The session's entries that say until when it lasts. */
export function deadlineEntries(deadline: Deadline): Record<string, unknown> {
  return { [LAST_SEEN]: deadline.setAtMs, [DEADLINE]: deadline };
}

function sameSession(stored: unknown, session: Session): boolean {
  return isSession(stored) && stored.sessionId === session.sessionId;
}

function isSession(value: unknown): value is Session {
  return (
    typeof value === "object" &&
    value !== null &&
    "sessionId" in value &&
    isUuid(value.sessionId) &&
    "vaultId" in value &&
    isUuid(value.vaultId) &&
    "kept" in value &&
    (value.kept === null || typeof value.kept === "string" || value.kept instanceof CryptoKey) &&
    "isOlder" in value &&
    typeof value.isOlder === "boolean" &&
    "findings" in value &&
    Array.isArray(value.findings)
  );
}

import type { AutoLockMinutes } from "./auto-lock";
import { type Bytes, concat, randomBytes } from "./bytes";
import { NotSavedError } from "./errors";
import { NONCE_BYTES } from "./format";
import {
  deadlineEntries,
  SESSION_ENTRY,
  type Session,
  type SessionArea,
  type SessionPlace,
  STRICT,
  WRAPPING_KEY,
} from "./session";
import type { VaultDb } from "./vault-db";
import { importVaultKey } from "./vault-key";

/**
 * Begins a session. The caller zeroes `vaultKey`.
 *
 * @param vaultKey - Kept where a dead worker does not take it along; `null` keeps it nowhere.
 * Where it cannot be written (a full disk), it is kept nowhere either.
 */
export async function startSession(
  { db, session, now }: SessionPlace,
  begun: Omit<Session, "kept">,
  vaultKey: Bytes | null,
  minutes: AutoLockMinutes,
): Promise<Session> {
  const { sessionId } = begun;
  // A session that is still under way goes first: a view that met its key beside the new deadline
  // would take it for one that is due, and end both.
  await session.remove(SESSION_ENTRY);
  const kept = vaultKey && (await keep(db, session, sessionId, vaultKey));
  const started: Session = { ...begun, kept };
  // At one moment: a key without its deadline counts as locked.
  await session.setEach({
    ...deadlineEntries({ sessionId, minutes, setAtMs: now() }),
    ...(vaultKey === null && { [STRICT]: true }),
    [SESSION_ENTRY]: started,
  });
  return started;
}

async function keep(
  db: VaultDb,
  session: SessionArea,
  sessionId: string,
  vaultKey: Bytes,
): Promise<string | CryptoKey | null> {
  if (session.keepsCryptoKeys) return importVaultKey(vaultKey);
  try {
    return await wrapForSession(db, sessionId, vaultKey);
  } catch (error) {
    if (error instanceof NotSavedError) return null;
    throw error;
  }
}

async function wrapForSession(db: VaultDb, sessionId: string, vaultKey: Bytes): Promise<string> {
  const aes = { name: "AES-GCM", length: 256 };
  const wrappingKey = await crypto.subtle.generateKey(aes, false, ["encrypt", "unwrapKey"]);
  const iv = randomBytes(NONCE_BYTES);
  const ciphertext = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, wrappingKey, vaultKey);
  await db.put("session", { id: WRAPPING_KEY, sessionId, wrappingKey }).catch((cause: unknown) => {
    throw new NotSavedError({ cause });
  });
  return concat(iv, new Uint8Array(ciphertext)).toBase64();
}

import type { AutoLockMinutes } from "./auto-lock";
import { type Bytes, concat, randomBytes } from "./bytes";
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
import { importVaultKey } from "./vault-key";

/**
 * Makes place for a session before it is known how its key may be kept: a key to wrap it with, which
 * opens nothing by itself.
 *
 * @returns `null` where the browser keeps keys as they are, or none can be written (a full disk).
 */
export async function prepareSession(
  { db, session }: SessionPlace,
  sessionId: string,
): Promise<CryptoKey | null> {
  const aes = { name: "AES-GCM", length: 256 };
  const [wrappingKey] = await Promise.all([
    crypto.subtle.generateKey(aes, false, ["encrypt", "unwrapKey"]),
    // A session that is still under way goes first: a view that met its key beside the new deadline
    // would take it for one that is due, and end both.
    session.remove(SESSION_ENTRY),
  ]);
  if (session.keepsCryptoKeys) return null;
  const written = await Promise.allSettled([
    db.put("session", { id: WRAPPING_KEY, sessionId, wrappingKey }),
  ]);
  return written[0].status === "fulfilled" ? wrappingKey : null;
}

/**
 * Begins a session that was prepared. The caller zeroes `vaultKey`.
 *
 * @param vaultKey - Kept where a dead worker does not take it along; `null` keeps it nowhere.
 * Without a key to wrap it with, where one is needed, it is kept nowhere either.
 */
export async function startSession(
  { db, session, now }: SessionPlace,
  begun: Omit<Session, "kept">,
  vaultKey: Bytes | null,
  minutes: AutoLockMinutes,
  wrappingKey: CryptoKey | null,
): Promise<Session> {
  const { sessionId } = begun;
  const kept = vaultKey && (await keep(session, vaultKey, wrappingKey));
  const started: Session = { ...begun, kept };
  // At one moment: a key without its deadline counts as locked.
  await session.setEach({
    ...deadlineEntries({ sessionId, minutes, setAtMs: now() }),
    ...(vaultKey === null && { [STRICT]: true }),
    [SESSION_ENTRY]: started,
  });
  // It wraps nothing, so it is of no use to anybody.
  if (vaultKey === null) await Promise.allSettled([db.delete("session", WRAPPING_KEY)]);
  return started;
}

async function keep(
  session: SessionArea,
  vaultKey: Bytes,
  wrappingKey: CryptoKey | null,
): Promise<string | CryptoKey | null> {
  if (session.keepsCryptoKeys) return importVaultKey(vaultKey);
  if (!wrappingKey) return null;
  const iv = randomBytes(NONCE_BYTES);
  const ciphertext = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, wrappingKey, vaultKey);
  return concat(iv, new Uint8Array(ciphertext)).toBase64();
}

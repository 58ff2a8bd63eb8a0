import { type Bytes, randomBytes, sameBytes, utf8 } from "./bytes";
import { openUnder } from "./envelope";
import { UselessPasskeyError } from "./errors";
import type { Row } from "./format";
import type { PasskeySlot, RecoverySlot } from "./parse-slots";
import { sealUnder } from "./seal-row";

const SALT_BYTES = 32;
const HALF_BYTES = 32;
/** Two PRF answers of 32 bytes. */
const PASSKEY_SECRET_BYTES = 64;
interface SlotPlace {
  vaultId: string;
  id: string;
  revision: number;
  generation: number;
}

/** `vaultKey` and `secret` are left as they are; the caller zeroes them. */
export async function sealRecoverySlot(
  vaultKey: Bytes,
  secret: Bytes,
  place: SlotPlace,
): Promise<Row> {
  const salt = randomBytes(SALT_BYTES);
  const { slotKey, commitment } = await derive(secret, salt, "recovery");
  const clear = { schema: 1, slotKind: "recovery", ...inBase64(salt, commitment) };
  return sealUnder(slotKey, { ...place, kind: "slot", part: 0 }, vaultKey, clear);
}

/**
 * @param passkey - `salt` is the nonce that was given to the passkey, see {@link passkeyInputs}.
 * @throws {@link UselessPasskeyError} for an answer that is short or all zero.
 */
export async function sealPasskeySlot(
  vaultKey: Bytes,
  passkey: { credentialId: string; salt: Bytes; secret: Bytes },
  place: SlotPlace,
): Promise<Row> {
  const { credentialId, salt, secret } = passkey;
  if (!isUsable(secret)) throw new UselessPasskeyError();
  const { slotKey, commitment } = await derive(secret, salt, "passkey");
  const clear = { schema: 1, slotKind: "passkey", credentialId, ...inBase64(salt, commitment) };
  return sealUnder(slotKey, { ...place, kind: "slot", part: 0 }, vaultKey, clear);
}

/** The vault key, to be zeroed by the caller; `null` for another secret. */
export async function openSecretSlot(
  row: Row,
  slot: RecoverySlot | PasskeySlot,
  secret: Bytes,
): Promise<Bytes | null> {
  if (slot.slotKind === "passkey" && !isUsable(secret)) return null;
  const { slotKey, commitment } = await derive(secret, slot.salt, slot.slotKind);
  if (!sameBytes(commitment, slot.commitment)) return null;
  const vaultKey = await openUnder(slotKey, row);
  return vaultKey?.length === HALF_BYTES ? vaultKey : null;
}

/** The two inputs a passkey's PRF is asked with: both come from the slot's nonce. */
export async function passkeyInputs(salt: Bytes): Promise<{ first: Bytes; second: Bytes }> {
  const key = await crypto.subtle.importKey("raw", salt, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    hkdf(new Uint8Array(0), "icmc vault passkey inputs"),
    key,
    2 * HALF_BYTES * 8,
  );
  const both = new Uint8Array(bits);
  return { first: both.slice(0, HALF_BYTES), second: both.slice(HALF_BYTES) };
}

export function newPasskeySalt(): Bytes {
  return randomBytes(SALT_BYTES);
}

function isUsable(secret: Bytes): boolean {
  const halves = [secret.subarray(0, HALF_BYTES), secret.subarray(HALF_BYTES)];
  return (
    secret.length === PASSKEY_SECRET_BYTES &&
    halves.every((half) => half.some((byte) => byte !== 0))
  );
}

async function derive(secret: Bytes, salt: Bytes, kind: "recovery" | "passkey") {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const algorithm = hkdf(salt, `icmc vault ${kind} slot`);
  const bits = await crypto.subtle.deriveBits(algorithm, base, 2 * HALF_BYTES * 8);
  const derived = new Uint8Array(bits);
  const commitment = derived.slice(HALF_BYTES);
  const slotKey = await crypto.subtle.importKey(
    "raw",
    derived.slice(0, HALF_BYTES),
    "AES-GCM",
    false,
    ["encrypt", "decrypt"],
  );
  derived.fill(0);
  return { slotKey, commitment };
}

function hkdf(salt: Bytes, info: string) {
  return { name: "HKDF", hash: "SHA-256", salt, info: utf8(info) };
}

function inBase64(salt: Bytes, commitment: Bytes) {
  return { salt: salt.toBase64(), commitment: commitment.toBase64() };
}

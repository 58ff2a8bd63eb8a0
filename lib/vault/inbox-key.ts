import { type Bytes, bytesFromBase64 } from "./bytes";
import { openRow } from "./envelope";
import { hasFields, type Row } from "./format";
import { parseClear } from "./parse-clear";
import { sealRow } from "./seal-row";
import { hpkeSuite } from "./sealed-capture";
import type { VaultKeys } from "./vault-key";

/** A new pair for the inbox: the row that keeps it. */
export async function newInboxRow(
  keys: VaultKeys,
  place: { id: string; revision: number; generation: number },
): Promise<{ row: Row; publicKey: string }> {
  const { kem } = await hpkeSuite();
  const pair = await kem.generateKeyPair();
  const privateKey = new Uint8Array(await kem.serializePrivateKey(pair.privateKey));
  const publicKey = new Uint8Array(await kem.serializePublicKey(pair.publicKey)).toBase64();
  const row = await sealInboxRow(keys, place, privateKey, publicKey);
  privateKey.fill(0);
  return { row, publicKey };
}

export function sealInboxRow(
  keys: VaultKeys,
  place: { id: string; revision: number; generation: number },
  privateKey: Bytes,
  publicKey: string,
): Promise<Row> {
  const clear = { schema: 1, publicKey };
  return sealRow(keys, { ...place, kind: "inbox", part: 0 }, privateKey, clear);
}

/** The private key, to be zeroed by the caller; `null` when the row is not what was sealed. */
export async function openInboxRow(keys: VaultKeys, row: Row): Promise<Bytes | null> {
  const privateKey = await openRow(keys, row);
  return privateKey?.length === 32 ? privateKey : null;
}

/** The public key as the row says, in base64: what is sealed to while locked. `null` when malformed. */
export function inboxPublicKey(row: Row): string | null {
  const clear = parseClear(row.clear);
  if (!hasFields(clear, ["publicKey", "schema"]) || clear.schema !== 1) return null;
  return bytesFromBase64(clear.publicKey, 32) ? (clear.publicKey as string) : null;
}

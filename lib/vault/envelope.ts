import { type Bytes, concat, randomBytes, sha256, utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";
import {
  associatedData,
  FORMAT,
  type Kind,
  NONCE_BYTES,
  type Row,
  type RowHead,
  SUITE,
} from "./format";
import { rowKey, type VaultKeys } from "./vault-key";

/** Where a new row stands. */
export interface RowPlace {
  vaultId: string;
  kind: Kind;
  id: string;
  part: number;
  revision: number;
  generation: number;
}

/** Encrypts a row under a key of its own revision and part. */
export async function sealRow(
  keys: VaultKeys,
  place: Omit<RowPlace, "vaultId">,
  plaintext: Bytes,
  clear: object = {},
): Promise<Row> {
  return sealUnder(
    await rowKey(keys, place),
    { vaultId: keys.vaultId, ...place },
    plaintext,
    clear,
  );
}

/**
 * `null` when the row is not what was sealed there.
 *
 * @param bound - Its associated data, where the caller has it already.
 */
export async function openRow(keys: VaultKeys, row: Row, bound?: Bytes): Promise<Bytes | null> {
  if (row.vaultId !== keys.vaultId) return null;
  return openUnder(await rowKey(keys, row), row, bound);
}

export async function sealUnder(
  key: CryptoKey,
  place: RowPlace,
  plaintext: Bytes,
  clear: object,
): Promise<Row> {
  const row = { format: FORMAT, suite: SUITE, ...place, clear: canonicalJson(clear) };
  const nonce = randomBytes(NONCE_BYTES);
  const additionalData = await boundTo(row);
  const algorithm = { name: "AES-GCM", iv: nonce, additionalData };
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext));
  return { ...row, nonce, ciphertext };
}

export async function openUnder(key: CryptoKey, row: Row, bound?: Bytes): Promise<Bytes | null> {
  const additionalData = bound ?? (await boundTo(row));
  const algorithm = { name: "AES-GCM", iv: row.nonce, additionalData };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, row.ciphertext));
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
}

/** What the manifest pins a part by. */
export async function partHash(row: Row, bound?: Bytes): Promise<string> {
  const whole = concat(bound ?? (await boundTo(row)), row.nonce, row.ciphertext);
  return (await sha256(whole)).toBase64();
}

/** The associated data of a row or capture. */
export async function boundTo(row: RowHead & { clear: string }): Promise<Bytes> {
  return associatedData(row, await clearHash(row.clear));
}

let hashOfNothing: Promise<Bytes> | undefined;

/** Most rows leave nothing in clear; their hash is asked for thousands of times. */
function clearHash(clear: string): Promise<Bytes> {
  if (clear !== "{}") return sha256(utf8(clear));
  hashOfNothing ??= sha256(utf8("{}"));
  return hashOfNothing;
}

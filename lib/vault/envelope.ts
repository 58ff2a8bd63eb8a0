import { type Bytes, concat, sha256, utf8 } from "./bytes";
import { associatedData, type Row, type RowHead } from "./format";
import { rowKey, type VaultKeys } from "./vault-key";

/**
 * `null` when the row is not what was sealed there.
 *
 * @param bound - Its associated data, where the caller has it already.
 */
export async function openRow(keys: VaultKeys, row: Row, bound?: Bytes): Promise<Bytes | null> {
  if (row.vaultId !== keys.vaultId) return null;
  return openUnder(await rowKey(keys, row), row, bound);
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

/** Of rows that were read ahead of their use. */
export const knownHashes = new WeakMap<Row, string>();

/** What the manifest pins a part by. */
export async function partHash(row: Row, bound?: Bytes): Promise<string> {
  const known = knownHashes.get(row);
  if (known !== undefined) return known;
  const whole = concat(bound ?? (await boundTo(row)), row.nonce, row.ciphertext);
  return (await sha256(whole)).toBase64();
}

/** The associated data of a row or capture. */
export async function boundTo(row: RowHead & { clear: string }): Promise<Bytes> {
  return associatedData(row, await clearHash(row.clear));
}

const LONG = 10_000;
let hashOfNothing: Promise<Bytes> | undefined;
/** Of the long text that was asked for last: the manifest of a large vault, which is asked for at each look. */
let longest: { clear: string; hash: Promise<Bytes> } | undefined;

/** Most rows leave nothing in clear; their hash is asked for thousands of times. */
function clearHash(clear: string): Promise<Bytes> {
  if (clear === "{}") {
    hashOfNothing ??= sha256(utf8(clear));
    return hashOfNothing;
  }
  if (longest?.clear === clear) return longest.hash;
  const hash = sha256(utf8(clear));
  if (clear.length >= LONG) longest = { clear, hash };
  return hash;
}

import { type Bytes, randomBytes } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { boundTo } from "./envelope";
import { FORMAT, type Kind, NONCE_BYTES, type Row, SUITE } from "./format";
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

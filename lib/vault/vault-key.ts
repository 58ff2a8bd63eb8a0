import { type Bytes, concat, utf8, uuidBytes, uuidOf } from "./bytes";
import { KIND_CODES, type Kind } from "./format";

const NOT_EXTRACTABLE = false;
const ROW_LABEL = concat(utf8("icmc vault row"), new Uint8Array(1));

/** The unlocked vault key in its working form: nothing in it can be exported. */
export interface VaultKeys {
  readonly vaultId: string;
  /** The vault key, good for HKDF only. */
  readonly base: CryptoKey;
  readonly manifest: CryptoKey;
  readonly names: CryptoKey;
}

/** The caller zeroes `raw` when it has no further use for it. */
export function importVaultKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "HKDF", NOT_EXTRACTABLE, ["deriveKey"]);
}

export async function workingKeys(base: CryptoKey, vaultId: string): Promise<VaultKeys> {
  const [manifest, names] = await Promise.all([
    derive(base, vaultId, utf8("icmc vault manifest"), MAC, ["sign", "verify"]),
    derive(base, vaultId, utf8("icmc vault names"), MAC, ["sign"]),
  ]);
  return { vaultId, base, manifest, names };
}

/** One AES key for one revision of one part: a single WebCrypto call, since lists open thousands. */
export function rowKey(
  keys: VaultKeys,
  row: { kind: Kind; id: string; part: number; revision: number },
): Promise<CryptoKey> {
  const numbers = new Uint8Array(26);
  numbers[0] = KIND_CODES[row.kind];
  numbers[1] = row.part;
  numbers.set(uuidBytes(row.id), 2);
  new DataView(numbers.buffer).setBigUint64(18, BigInt(row.revision));
  return derive(keys.base, keys.vaultId, concat(ROW_LABEL, numbers), AES, ["encrypt", "decrypt"]);
}

/** Where a document stands: its name is not to be read from the disk. */
export async function documentId(keys: VaultKeys, kind: Kind, name: string): Promise<string> {
  return uuidOf(await mark(keys, `document\0${kind}\0${name}`));
}

/** Tells two tokens apart without opening a record. */
export async function tokenMark(keys: VaultKeys, token: string): Promise<string> {
  return (await mark(keys, `token\0${token}`)).toBase64();
}

const AES = { name: "AES-GCM", length: 256 };
const MAC = { name: "HMAC", hash: "SHA-256", length: 256 };

function derive(
  base: CryptoKey,
  vaultId: string,
  info: Bytes,
  algorithm: typeof AES | typeof MAC,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: uuidBytes(vaultId), info };
  return crypto.subtle.deriveKey(hkdf, base, algorithm, NOT_EXTRACTABLE, usages);
}

async function mark(keys: VaultKeys, text: string): Promise<Bytes> {
  const signature = await crypto.subtle.sign("HMAC", keys.names, utf8(text));
  return new Uint8Array(signature, 0, 16);
}

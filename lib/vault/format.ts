/**
 * # The vault's format, version 1
 *
 * Enough to write an independent opener. Integers are big-endian; "base64" is RFC 4648 section 4
 * with padding; "canonical JSON" is defined in `canonical-json.ts`; ids are lower-case UUIDs and
 * count as 16 bytes.
 *
 * ## Where
 *
 * IndexedDB database `vault`, version 1:
 *
 * - `rows`, key `[kind, part, id]`: everything below, see {@link Row};
 * - `inbox`, key `captureId`: tokens sealed while nobody may have been there to unlock, see
 *   {@link CaptureRow};
 * - `session`: the key that wraps the unlocked vault key in the browser's memory. Not part of the
 *   vault; it opens nothing that is on the disk.
 *
 * ## Associated data (90 bytes)
 *
 * ```
 *  0   4  ASCII "ICMC"
 *  4   2  format
 *  6   2  suite
 *  8   1  kind, see KIND_CODES
 *  9   1  part
 * 10  16  vault id
 * 26  16  row id
 * 42   8  revision
 * 50   8  generation in which the row was written
 * 58  32  SHA-256 of the UTF-8 text in `clear` (canonical JSON)
 * ```
 *
 * ## Suite 1
 *
 * AES-256-GCM (12 random bytes of nonce, 16-byte tag behind the ciphertext), HKDF-SHA-256,
 * HMAC-SHA-256, Argon2id 1.3, HPKE base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256 and AES-256-GCM.
 *
 * ## Keys
 *
 * The vault key is 32 random bytes. It encrypts nothing itself; with it as input keying material
 * and the 16 bytes of the vault id as salt, HKDF gives, each 32 bytes long:
 *
 * | Key | info |
 * | --- | --- |
 * | one AES key for each row, part and revision | ASCII `icmc vault row`, 0, kind (1), part (1), row id (16), revision (8) |
 * | HMAC key of the manifest | ASCII `icmc vault manifest` |
 * | HMAC key of names and token marks | ASCII `icmc vault names` |
 *
 * ## Kinds of row
 *
 * **slot** (part 0): ciphertext is the bare vault key (32 + 16 bytes) under the slot key. Clear:
 * `{"commitment", "parameterSet", "salt", "schema": 1, "slotKind": "passphrase"}`; `salt` 16 bytes
 * and `commitment` 32 bytes in base64. Argon2id over the UTF-8 bytes of the NFKC-normalised
 * passphrase gives 64 bytes: the first 32 are the slot key, the last 32 must equal `commitment`.
 * Parameter sets are in `parameter-sets.ts`. Slots of kind `passkey` and `recovery` are in
 * `FORMAT.md`.
 *
 * **inbox** (part 0): ciphertext is the bare X25519 private key (32 + 16 bytes). Clear:
 * `{"publicKey", "schema": 1}`, 32 bytes in base64.
 *
 * **record** (clear `{}`): part 1 is `{"key": {…}, "schema": 1}`, an `ApiKey` without its id;
 * part 2 is `{"schema": 1, "token"}`. A captured key has its capture id as row id.
 *
 * **settings, snapshot** (clear `{}`): one JSON document. The row id is the first 16 bytes of
 * HMAC(names key, `document`, 0, kind, 0, name). Parts 1 to n hold
 * `{"name", "of": n, "schema": 1, "text"}`; the texts joined are the document's JSON.
 *
 * Plaintexts other than bare keys: 4 bytes length of the JSON, canonical JSON, zeros up to a
 * multiple of 256 bytes; at most 16 KiB.
 *
 * **manifest** (part 0, id and nonce all zero, nonce of 12 bytes): `ciphertext` is the 32 bytes of
 * HMAC(manifest key, associated data); revision and generation are the vault's generation. Clear:
 *
 * ```
 * { "exposed":      [capture ids held while the inbox's public key stood exchanged],
 *   "generation":   counts changes; a new vault has 0,
 *   "inbox":        { "id": row id, "publicKey": base64 },
 *   "lowestFormat": rows of an older format are refused,
 *   "rows":         [{ "due":  expiry, epoch ms rounded down to the hour, or null,
 *                      "id", "kind",
 *                      "mark": first 16 bytes of HMAC(names key, "token", 0, token), base64, or null,
 *                      "parts": [{ "hash": base64, "part", "revision" }] }],
 *   "schema":       1 }
 * ```
 *
 * `hash` is SHA-256 over associated data, nonce and ciphertext of that part. Every row but the
 * manifest is listed; a row that is not listed, or is not equal to its hash, is not the vault's.
 *
 * ## Captures
 *
 * HPKE seal to the inbox's public key, empty `aad`, `info` = associated data (kind 7, part 0,
 * row id = capture id, revision and generation 0, clear `{}`) followed by the 32 bytes of the
 * public key. Plaintext: padded as above, at most 8 KiB:
 * `{"capturedAt", "description", "end", "schema": 1, "token"}`, with `"apiHost"` where the page
 * showed one. `wanted` (the person asked to keep
 * it) is not bound: it is set while the vault is locked. At most 50.
 */
import { type Bytes, isBytes, isUuid, sameBytes, uuidBytes } from "./bytes";

export const FORMAT = 1;
export const SUITE = 1;
export const ROW_LIMIT_BYTES = 16 * 1024;
export const CAPTURE_LIMIT_BYTES = 8 * 1024;
export const INBOX_LIMIT = 50;
export const NIL_UUID = "00000000-0000-0000-0000-000000000000";
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KIND_CODES = {
  manifest: 1,
  slot: 2,
  inbox: 3,
  record: 4,
  settings: 5,
  snapshot: 6,
  capture: 7,
} as const;
export type Kind = Exclude<keyof typeof KIND_CODES, "capture">;

/** What the associated data binds, beside the clear fields. */
export interface RowHead {
  format: number;
  suite: number;
  vaultId: string;
  kind: keyof typeof KIND_CODES;
  id: string;
  part: number;
  revision: number;
  generation: number;
}

export interface Row extends RowHead {
  kind: Kind;
  /** Canonical JSON. */
  clear: string;
  nonce: Bytes;
  ciphertext: Bytes;
}

export interface CaptureRow {
  format: number;
  suite: number;
  vaultId: string;
  captureId: string;
  /** The person asked to keep it; filed at the next unlock. */
  wanted: boolean;
  /** HPKE's encapsulated key, 32 bytes. */
  enc: Bytes;
  ciphertext: Bytes;
}

const ROW_HEAD = [
  ...(["format", "suite", "vaultId", "kind", "id", "part", "revision", "generation"] as const),
  "clear",
] as const;
const ROW_FIELDS = [...ROW_HEAD, "nonce", "ciphertext"];
const CAPTURE_FIELDS = ["format", "suite", "vaultId", "captureId", "wanted", "enc", "ciphertext"];

/** `null` for anything that no version 1 ever wrote. */
export function parseRow(value: unknown): Row | null {
  if (!hasFields(value, ROW_FIELDS)) return null;
  const { kind, part, revision, generation, clear, nonce, ciphertext } = value;
  const isSound =
    isOurs(value) &&
    typeof kind === "string" &&
    kind !== "capture" &&
    Object.hasOwn(KIND_CODES, kind) &&
    isUuid(value.id) &&
    isCount(part) &&
    part <= 255 &&
    isCount(revision) &&
    isCount(generation) &&
    typeof clear === "string" &&
    isBytes(nonce) &&
    nonce.length === NONCE_BYTES &&
    isBytes(ciphertext) &&
    ciphertext.length <= ROW_LIMIT_BYTES + TAG_BYTES;
  return isSound ? (value as unknown as Row) : null;
}

export function parseCaptureRow(value: unknown): CaptureRow | null {
  if (!hasFields(value, CAPTURE_FIELDS)) return null;
  const { captureId, wanted, enc, ciphertext } = value;
  const isSound =
    isOurs(value) &&
    isUuid(captureId) &&
    typeof wanted === "boolean" &&
    isBytes(enc) &&
    enc.length === 32 &&
    isBytes(ciphertext) &&
    ciphertext.length <= CAPTURE_LIMIT_BYTES + TAG_BYTES;
  return isSound ? (value as unknown as CaptureRow) : null;
}

/** Says that a later version wrote this row. Asked of manifest and slots only: of any other row, the manifest knows. */
export function isNewer(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { format, suite } = value as Record<string, unknown>;
  return (isCount(format) && format > FORMAT) || (isCount(suite) && suite > SUITE);
}

/** The 90 bytes described above. */
export function associatedData(head: RowHead, clearHash: Bytes): Bytes {
  const bytes = new Uint8Array(90);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x43, 0x4d, 0x43]);
  view.setUint16(4, head.format);
  view.setUint16(6, head.suite);
  view.setUint8(8, KIND_CODES[head.kind]);
  view.setUint8(9, head.part);
  bytes.set(uuidBytes(head.vaultId), 10);
  bytes.set(uuidBytes(head.id), 26);
  view.setBigUint64(42, BigInt(head.revision));
  view.setBigUint64(50, BigInt(head.generation));
  bytes.set(clearHash, 58);
  return bytes;
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Equal in every field, so that whatever was proven of one holds for the other. */
export function isSameRow(a: Row, b: Row): boolean {
  return (
    ROW_HEAD.every((field) => a[field] === b[field]) &&
    sameBytes(a.nonce, b.nonce) &&
    sameBytes(a.ciphertext, b.ciphertext)
  );
}

/** An object with exactly these fields of its own. */
export function hasFields(
  value: unknown,
  fields: readonly string[],
): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === fields.length &&
    fields.every((field) => Object.hasOwn(value, field))
  );
}

function isOurs(value: Record<string, unknown>): boolean {
  return value.format === FORMAT && value.suite === SUITE && isUuid(value.vaultId);
}

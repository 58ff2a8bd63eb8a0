import type { ApiKey } from "../keys/api-key";
import type { Bytes } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { NewerFormatError, NotABackupError, WrongBackupPassphraseError } from "./errors";
import { hasFields } from "./format";

/** A kept key with its token, as it stands in a backup. */
export type BackupKey = ApiKey & { token: string };

export interface Backup {
  madeAt: string;
  keys: BackupKey[];
}

const FORMAT_NAME = "icmc-companion-backup";
const SCHEMA = 1;
/** N = 2^17 with age's r = 8 and p = 1: what OWASP's Password Storage Cheat Sheet asks for, in 128 MiB. */
const SCRYPT_LOG_N = 17;
/** More than 10,000 keys; a file that claims to be larger is not read. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * One file in the age format (`age-encryption.org/v1`, scrypt recipient): any age tool opens it with the
 * passphrase. Inside: canonical JSON `{"format", "keys", "madeAt", "schema"}`.
 */
export async function sealBackup(backup: Backup, passphrase: string): Promise<Bytes> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  encrypter.setPassphrase(passphrase.normalize("NFKC"));
  const json = canonicalJson({ format: FORMAT_NAME, schema: SCHEMA, ...backup });
  return new Uint8Array(await encrypter.encrypt(json));
}

/**
 * @throws {@link WrongBackupPassphraseError}, {@link NotABackupError}, {@link NewerFormatError}
 */
export async function openBackup(file: Bytes, passphrase: string): Promise<Backup> {
  if (file.length > MOST_BYTES || !startsLikeAge(file)) throw new NotABackupError();
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize("NFKC"));
  const text = await decrypter.decrypt(file, "text").catch((error: unknown) => {
    // The library's own words: everything else it says is about the file.
    const isRefusal = error instanceof Error && error.message.startsWith("no identity matched");
    throw isRefusal ? new WrongBackupPassphraseError() : new NotABackupError();
  });
  return parseBackup(text);
}

function startsLikeAge(file: Bytes): boolean {
  const head = new TextDecoder().decode(file.subarray(0, 22));
  return head.startsWith("age-encryption.org/v1\n");
}

function parseBackup(text: string): Backup {
  const value = parsed(text);
  if (typeof value !== "object" || value === null) throw new NotABackupError();
  const { format, schema, madeAt, keys } = value as Record<string, unknown>;
  if (format !== FORMAT_NAME) throw new NotABackupError();
  if (typeof schema === "number" && schema > SCHEMA) throw new NewerFormatError();
  if (schema !== SCHEMA || typeof madeAt !== "string" || !Array.isArray(keys))
    throw new NotABackupError();
  if (!keys.every(isBackupKey)) throw new NotABackupError();
  return { madeAt, keys };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const KEY_FIELDS = [
  ...["id", "description", "apiHost", "end", "createdAt", "savedAt", "fingerprint", "origin"],
  ...["verifiedAt", "lastTest", "lastUsedAt", "tags", "notes", "mayBeExposed", "token"],
];

/** The file proved itself, but a later or a meddled-with extension may have made it. */
export function isBackupKey(value: unknown): value is BackupKey {
  if (!hasFields(value, KEY_FIELDS)) return false;
  const { end, createdAt, verifiedAt, lastTest, lastUsedAt, tags, origin } = value;
  const texts = ["id", "description", "apiHost", "savedAt", "fingerprint", "notes", "token"];
  return (
    texts.every((field) => typeof value[field] === "string") &&
    isEnd(end) &&
    [createdAt, verifiedAt, lastUsedAt].every((at) => at === null || typeof at === "string") &&
    (lastTest === null ||
      (hasFields(lastTest, ["at", "outcome"]) &&
        typeof lastTest.at === "string" &&
        typeof lastTest.outcome === "string")) &&
    (origin === "captured" || origin === "pasted") &&
    Array.isArray(tags) &&
    tags.every((tag) => typeof tag === "string") &&
    typeof value.mayBeExposed === "boolean"
  );
}

function isEnd(end: unknown): boolean {
  if (typeof end !== "object" || end === null || !("kind" in end)) return false;
  const { kind } = end;
  if (kind === "unknown") return true;
  const isFrom = "from" in end && ["token", "console", "person"].includes(String(end.from));
  if (kind === "never") return isFrom;
  return kind === "at" && isFrom && "at" in end && !Number.isNaN(Date.parse(String(end.at)));
}

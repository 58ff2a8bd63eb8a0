import { bytesFromBase64, isUuid } from "./bytes";
import { boundTo } from "./envelope";
import { FORMAT, hasFields, isCount, KIND_CODES, type Kind, NIL_UUID, type Row } from "./format";
import { parseClear } from "./parse-clear";
import type { VaultKeys } from "./vault-key";

export interface PartEntry {
  part: number;
  revision: number;
  /** base64 of the part's SHA-256. */
  hash: string;
}

export interface RowEntry {
  id: string;
  kind: Kind;
  parts: PartEntry[];
  /** Expiry rounded down to the hour, epoch ms: all a reminder needs while the vault is locked. */
  due: number | null;
  /** Tells equal tokens by; only the vault key can make it. */
  mark: string | null;
}

/** What the vault consists of. */
export interface Manifest {
  schema: 1;
  generation: number;
  lowestFormat: number;
  inbox: { id: string; publicKey: string };
  exposed: string[];
  rows: RowEntry[];
}

export const MANIFEST_KEY: [string, number, string] = ["manifest", 0, NIL_UUID];

const read = new WeakMap<Row, Manifest | null>();

/** `null` when the row was not written with this vault key. */
export async function openManifest(keys: VaultKeys, row: Row): Promise<Manifest | null> {
  if (row.vaultId !== keys.vaultId || row.nonce.some((byte) => byte !== 0)) return null;
  const bound = await boundTo(row);
  if (!(await crypto.subtle.verify("HMAC", keys.manifest, row.ciphertext, bound))) return null;
  const manifest = readManifest(row);
  return manifest && FORMAT >= manifest.lowestFormat ? manifest : null;
}

/** Reads it without the vault key: good for hints while locked, never for trust. `null` when malformed. */
export function readManifest(row: Row): Manifest | null {
  const known = read.get(row);
  if (known !== undefined) return known;
  const manifest = parseManifest(row);
  read.set(row, manifest);
  return manifest;
}

/** The list that was read last: each look at the database gives another row, mostly with the same text. */
let latest: { text: string; list: Manifest | null } | undefined;

function parseManifest(row: Row): Manifest | null {
  if (row.kind !== "manifest" || row.id !== NIL_UUID || row.part !== 0) return null;
  if (latest?.text !== row.clear) latest = { text: row.clear, list: parseList(row.clear) };
  const { list } = latest;
  const isOfRow = list?.generation === row.generation && list.generation === row.revision;
  return isOfRow ? list : null;
}

function parseList(text: string): Manifest | null {
  const clear = parseClear(text);
  if (!hasFields(clear, ["exposed", "generation", "inbox", "lowestFormat", "rows", "schema"]))
    return null;
  const { schema, generation, lowestFormat, inbox, exposed, rows } = clear;
  const isSound =
    schema === 1 &&
    isCount(generation) &&
    isCount(lowestFormat) &&
    hasFields(inbox, ["id", "publicKey"]) &&
    isUuid(inbox.id) &&
    bytesFromBase64(inbox.publicKey, 32) !== null &&
    Array.isArray(exposed) &&
    exposed.every(isUuid) &&
    Array.isArray(rows) &&
    rows.every(isRowEntry);
  return isSound ? (clear as unknown as Manifest) : null;
}

export function entryFor(manifest: Manifest, kind: Kind, id: string): RowEntry | undefined {
  return manifest.rows.find((entry) => entry.id === id && entry.kind === kind);
}

const ENTRY_FIELDS = ["id", "kind", "parts", "due", "mark"];
const PART_FIELDS = ["part", "revision", "hash"];

function isRowEntry(value: unknown): boolean {
  return (
    hasFields(value, ENTRY_FIELDS) &&
    isUuid(value.id) &&
    typeof value.kind === "string" &&
    Object.hasOwn(KIND_CODES, value.kind) &&
    (value.due === null || Number.isSafeInteger(value.due)) &&
    (value.mark === null || typeof value.mark === "string") &&
    Array.isArray(value.parts) &&
    value.parts.every(isPartEntry)
  );
}

function isPartEntry(value: unknown): boolean {
  return (
    hasFields(value, PART_FIELDS) &&
    typeof value.hash === "string" &&
    isCount(value.part) &&
    isCount(value.revision)
  );
}

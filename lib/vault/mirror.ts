import { type CaptureRow, hasFields, isNewer, parseCaptureRow, parseRow, type Row } from "./format";
import { MANIFEST_KEY, type Manifest } from "./manifest";
import type { SecondPlace } from "./second-place";
import type { RowKey } from "./vault-db";

const PREFIX = "vault-mirror/";
const ROWS = `${PREFIX}rows/`;
const INBOX = `${PREFIX}inbox/`;

export interface MirrorContent {
  /** By {@link rowName}; what is not a row stands as `null`. */
  rows: Map<string, Row | null>;
  captures: CaptureRow[];
  /** Names of all entries that were read. */
  names: string[];
  /** A later version wrote it: nothing of it is touched. */
  isNewer: boolean;
}

export function rowName([kind, part, id]: RowKey): string {
  return `${ROWS}${kind}/${part}/${id}`;
}

export function nameOfRow({ kind, part, id }: Row): string {
  return rowName([kind, part, id]);
}

export function captureName(captureId: string): string {
  return `${INBOX}${captureId}`;
}

/** All names that belong there beside this manifest and these captures. */
export function namesIn(manifest: Manifest, captures: readonly CaptureRow[]): Set<string> {
  const parts = manifest.rows.flatMap(({ kind, id, parts }) =>
    parts.map(({ part }) => rowName([kind, part, id])),
  );
  const waiting = captures.map(({ captureId }) => captureName(captureId));
  return new Set([rowName(MANIFEST_KEY), ...parts, ...waiting]);
}

/** JSON of a row or capture; its bytes in base64. */
export function encoded(row: Row | CaptureRow): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...row };
  for (const field of BYTE_FIELDS)
    if (copy[field] instanceof Uint8Array) copy[field] = copy[field].toBase64();
  return copy;
}

/** Whether an entry is that row or capture, text for text. */
export function isCopyOf(row: Row | CaptureRow, entry: unknown): boolean {
  const fields = encoded(row);
  return (
    hasFields(entry, Object.keys(fields)) &&
    Object.entries(fields).every(([field, value]) => entry[field] === value)
  );
}

/** The row as the database would give it; `null` for what is none, or stands under another name than its own. */
export function decodedRow(name: string, entry: unknown): Row | null {
  const row = parseRow(withBytes(entry));
  return row && nameOfRow(row) === name ? row : null;
}

/** The same for what waits in the inbox. */
export function decodedCapture(name: string, entry: unknown): CaptureRow | null {
  const capture = parseCaptureRow(withBytes(entry));
  return capture && captureName(capture.captureId) === name ? capture : null;
}

/** Whether a slot stands under it, or the list of rows. */
export function isWayInName(name: string): boolean {
  return name.startsWith(`${ROWS}slot/`) || name === rowName(MANIFEST_KEY);
}

export function isCaptureName(name: string): boolean {
  return name.startsWith(INBOX);
}

/** Names of all entries. */
export function mirrorNames({ mirror }: SecondPlace): Promise<string[]> {
  return mirror.names(PREFIX);
}

export async function mirrorManifest({ mirror }: SecondPlace): Promise<unknown> {
  const name = rowName(MANIFEST_KEY);
  return withBytes((await mirror.get([name]))[name]);
}

/** @param isWanted - Of names; the whole of a large vault takes seconds to read. */
export async function readMirror(
  { mirror }: SecondPlace,
  isWanted: (name: string) => boolean = () => true,
): Promise<MirrorContent> {
  const names = (await mirror.names(PREFIX)).filter(isWanted);
  const entries = await mirror.get(names);
  const captures = names
    .filter(isCaptureName)
    .flatMap((name) => decodedCapture(name, entries[name]) ?? []);
  const rows = new Map(
    names
      .filter((name) => name.startsWith(ROWS))
      .map((name) => [name, decodedRow(name, entries[name])]),
  );
  return { rows, captures, names, isNewer: isNewer(entries[rowName(MANIFEST_KEY)]) };
}

const BYTE_FIELDS = ["nonce", "ciphertext", "enc"] as const;

function withBytes(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const field of BYTE_FIELDS) {
    const text = copy[field];
    if (typeof text !== "string") continue;
    try {
      copy[field] = Uint8Array.fromBase64(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // Stays a text, which no row's bytes are.
    }
  }
  return copy;
}

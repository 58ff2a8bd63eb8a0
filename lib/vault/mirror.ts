import { type CaptureRow, isNewer, parseCaptureRow, parseRow, type Row } from "./format";
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
  /** Names of all entries. */
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

/** The row as the database would give it; `null` for what is none. */
function decodedRow(value: unknown): Row | null {
  return parseRow(withBytes(value));
}

export async function mirrorManifest({ mirror }: SecondPlace): Promise<unknown> {
  return withBytes(await mirror.get(rowName(MANIFEST_KEY)));
}

export async function readMirror({ mirror }: SecondPlace): Promise<MirrorContent> {
  const entries = await mirror.getAll(PREFIX);
  const rows = new Map<string, Row | null>();
  const captures: CaptureRow[] = [];
  for (const [name, value] of Object.entries(entries)) {
    if (name.startsWith(ROWS)) {
      const row = decodedRow(value);
      // Under another name than its own it is no copy of anything.
      rows.set(name, row && nameOfRow(row) === name ? row : null);
    }
    const capture = name.startsWith(INBOX) ? parseCaptureRow(withBytes(value)) : null;
    if (capture && captureName(capture.captureId) === name) captures.push(capture);
  }
  const manifest = entries[rowName(MANIFEST_KEY)];
  return { rows, captures, names: Object.keys(entries), isNewer: isNewer(manifest) };
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

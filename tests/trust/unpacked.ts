import { DatabaseSync } from "node:sqlite";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { unsnap } from "./snappy.ts";

/** What a file of a profile holds besides its plain bytes: what is compressed, or cut up, put together again. */
export function* unpacked(path: string, content: Buffer): Generator<Buffer> {
  if (content.subarray(0, 15).toString() === "SQLite format 3") yield* cells(path);
  if (path.endsWith(".ldb")) yield* blocks(content);
  for (const open of [gunzipSync, inflateSync, brotliDecompressSync]) {
    const whole = tried(() => open(content));
    if (whole) yield whole;
  }
}

/** Every value of every table, as it stands and out of Snappy; Firefox packs what a page stores. */
function* cells(path: string): Generator<Buffer> {
  const db = tried(() => new DatabaseSync(path, { readOnly: true }));
  if (!db) return;
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    for (const { name } of tables) {
      const rows = tried(() => db.prepare(`SELECT * FROM "${name}"`).all());
      for (const value of (rows ?? []).flatMap((row) => Object.values(row))) {
        if (typeof value === "string") yield Buffer.from(value);
        if (!(value instanceof Uint8Array)) continue;
        yield Buffer.from(value);
        const plain = unsnap(value);
        if (plain) yield plain;
      }
    }
  } finally {
    db.close();
  }
}

const FOOTER_BYTES = 48;

/** The blocks of one of LevelDB's tables. */
function* blocks(table: Buffer): Generator<Buffer> {
  if (table.length < FOOTER_BYTES) return;
  const footer = reader(table.subarray(-FOOTER_BYTES));
  footer.number();
  footer.number();
  const index = block(table, footer.number(), footer.number());
  if (!index) return;
  yield index;
  const counts = index.readUInt32LE(index.length - 4);
  const entries = reader(index.subarray(0, index.length - 4 * (counts + 1)));
  while (entries.left() > 0) {
    entries.number();
    const keyBytes = entries.number();
    const valueBytes = entries.number();
    entries.skip(keyBytes);
    const handle = reader(entries.skip(valueBytes));
    const found = block(table, handle.number(), handle.number());
    if (found) yield found;
  }
}

function block(table: Buffer, from: number, bytes: number): Buffer | null {
  const content = table.subarray(from, from + bytes);
  return table[from + bytes] === 1 ? unsnap(content) : content;
}

function reader(bytes: Buffer) {
  let at = 0;
  return {
    left: () => bytes.length - at,
    skip(count: number): Buffer {
      at += count;
      return bytes.subarray(at - count, at);
    },
    number(): number {
      let value = 0;
      for (let shift = 0; shift < 63; shift += 7) {
        const byte = bytes[at++] ?? 0;
        value += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) break;
      }
      return value;
    },
  };
}

/** `null` when it is not what it was taken for. */
function tried<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

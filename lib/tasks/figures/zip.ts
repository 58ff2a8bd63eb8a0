import type { PackFile } from "./month-end-pack";

/** Several files in one download. Stored, not compressed: the format's plainest form (PKWARE APPNOTE 6.3). */
export function zip(files: readonly PackFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ name, text }) => ({
    name: new TextEncoder().encode(name),
    content: new TextEncoder().encode(text),
  }));
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const facts = [crc32(content), content.length, content.length] as const;
    const local = concat(
      numbers32(0x04034b50),
      numbers16(20, UTF8_NAMES, 0, 0, DAY_ONE),
      numbers32(...facts),
      numbers16(name.length, 0),
      name,
    );
    directory.push(
      concat(
        numbers32(0x02014b50),
        numbers16(20, 20, UTF8_NAMES, 0, 0, DAY_ONE),
        numbers32(...facts),
        numbers16(name.length, 0, 0, 0, 0),
        numbers32(0, offset),
        name,
      ),
    );
    chunks.push(local, content);
    offset += local.length + content.length;
  }
  const index = concat(...directory);
  const end = concat(
    numbers32(0x06054b50),
    numbers16(0, 0, entries.length, entries.length),
    numbers32(index.length, offset),
    numbers16(0),
  );
  return concat(...chunks, index, end);
}

const UTF8_NAMES = 0x0800;
/** 1 January 1980: the same figures give the same file. */
const DAY_ONE = 0x21;

function numbers16(...values: number[]): Uint8Array {
  return new Uint8Array(values.flatMap((value) => [value & 255, value >>> 8]));
}

function numbers32(...values: number[]): Uint8Array {
  return concat(...values.map((value) => numbers16(value & 0xffff, value >>> 16)));
}

function concat(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * What stands in a raw Snappy block, as both browsers write them.
 *
 * @returns `null` for bytes that are none.
 */
export function unsnap(packed: Uint8Array): Buffer | null {
  let at = 0;
  let length = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = packed[at++];
    if (byte === undefined) return null;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length === 0 || length > LARGEST) return null;
  const out = Buffer.alloc(length);
  let end = 0;
  while (at < packed.length) {
    const tag = packed[at++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      const wide = Math.max(0, (tag >> 2) - 59);
      const size = (wide === 0 ? tag >> 2 : little(packed, at, wide)) + 1;
      at += wide;
      if (at + size > packed.length || end + size > length) return null;
      out.set(packed.subarray(at, at + size), end);
      at += size;
      end += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const wide = kind === 1 ? 1 : kind === 2 ? 2 : 4;
    const back = little(packed, at, wide) + (kind === 1 ? (tag >> 5) * 256 : 0);
    at += wide;
    if (back === 0 || back > end || end + size > length) return null;
    // Byte by byte: a copy may reach into what it has just written.
    for (let left = size; left > 0; left--, end++) out[end] = out[end - back] ?? 0;
  }
  return end === length ? out : null;
}

const LARGEST = 64 * 2 ** 20;

function little(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value += (bytes[at + index] ?? 0) * 2 ** (8 * index);
  return value;
}

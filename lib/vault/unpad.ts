import type { Bytes } from "./bytes";

export const STEP_BYTES = 256;
/** Bytes of the length that stands in front. */
export const LENGTH_BYTES = 4;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The value that {@link padJson} padded; `null` when the bytes are not in that shape. */
export function unpadJson(padded: Bytes): unknown {
  if (padded.length === 0 || padded.length % STEP_BYTES !== 0) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const end = LENGTH_BYTES + length;
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) return null;
  try {
    return JSON.parse(UTF8.decode(padded.subarray(LENGTH_BYTES, end)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

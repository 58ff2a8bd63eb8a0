import { type Bytes, utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { TooLargeError } from "./errors";

const STEP_BYTES = 256;
/** Bytes of the length that stands in front. */
const LENGTH_BYTES = 4;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Canonical JSON behind its length, filled with zeros to a multiple of 256 bytes, so that sizes
 * on disk tell little about what is inside.
 *
 * @throws {@link TooLargeError} when the whole would exceed `limitBytes`.
 */
export function padJson(value: unknown, limitBytes: number): Bytes {
  const json = utf8(canonicalJson(value));
  const size = Math.ceil((LENGTH_BYTES + json.length) / STEP_BYTES) * STEP_BYTES;
  if (size > limitBytes) throw new TooLargeError();
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, json.length);
  padded.set(json, LENGTH_BYTES);
  return padded;
}

/** The value that was padded; `null` when the bytes are not in that shape. */
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

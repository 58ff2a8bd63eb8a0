import { type Bytes, utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { TooLargeError } from "./errors";
import { LENGTH_BYTES, STEP_BYTES } from "./unpad";

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

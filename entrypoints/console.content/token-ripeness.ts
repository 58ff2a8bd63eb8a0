import { lengthOfSignature } from "../../lib/keys/signature-length";
import { readToken } from "../../lib/keys/token";

/** A string that may still grow, letter by letter, is left to do so for this long. */
export const RIPE_MS = 900;

/**
 * Tells when a token is all there: one may be written into the page piece by piece, and its
 * beginning looks like a shorter one.
 */
export function createRipeness(nowMs: () => number): (token: string) => boolean {
  let last = { token: "", sinceMs: 0 };
  return (token) => {
    if (last.token !== token) last = { token, sinceMs: nowMs() };
    return isWhole(token) || nowMs() - last.sinceMs >= RIPE_MS;
  };
}

/** Its algorithm tells how long it has to be. RSA keys come in several sizes, so theirs tells nothing. */
function isWhole(token: string): boolean {
  const read = readToken(token);
  return read !== null && !/^[RP]S/.test(read.algorithm) && lengthOfSignature(read) === "right";
}

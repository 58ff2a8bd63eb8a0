import { lengthOfSignature } from "../../../lib/keys/signature-length";
import { readToken } from "../../../lib/keys/token";
import type { TokenPlace } from "../../../lib/page/token-place";

/** A string that may still grow, letter by letter, is left to do so for this long. */
export const RIPE_MS = 900;
/** What nothing else speaks for is left this long to be joined by something better. */
const ONLY_NEW_MS = 700;

/** A token may be written into the page piece by piece, and its beginning looks like a shorter one. */
export function watchGrowth(): { isRipe(place: TokenPlace): boolean } {
  let ripening = { token: "", sinceMs: 0 };

  return {
    isRipe: ({ token, isOnlyNew }) => {
      if (ripening.token !== token) ripening = { token, sinceMs: Date.now() };
      const needsMs = !isWhole(token) ? RIPE_MS : isOnlyNew ? ONLY_NEW_MS : 0;
      return Date.now() - ripening.sinceMs >= needsMs;
    },
  };
}

/** The same string as before, and more. */
export function isGrown(now: TokenPlace, before: TokenPlace): boolean {
  return now.token.length > before.token.length && now.token.startsWith(before.token);
}

/** Its algorithm tells how long it has to be. RSA keys come in several sizes, so theirs tells nothing. */
function isWhole(token: string): boolean {
  const read = readToken(token);
  return read !== null && !/^[RP]S/.test(read.algorithm) && lengthOfSignature(read) === "right";
}

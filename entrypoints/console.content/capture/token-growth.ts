import { lengthOfSignature } from "../../../lib/keys/signature-length";
import { readToken } from "../../../lib/keys/token";
import type { TokenPlace } from "../../../lib/page/token-place";

/** A string that may still grow, letter by letter, is left to do so for this long. */
export const RIPE_MS = 900;
/** What nothing else speaks for is left this long to be joined by something better. */
const ONLY_NEW_MS = 700;

/** Letters that are typed one by one come faster. */
const FALLEN_MS = 120;

/** A token may be written into the page piece by piece, and its beginning looks like a shorter one. */
export function watchGrowth(): {
  isRipe(place: TokenPlace): boolean;
  /** Nothing is shown any more: what had stood still until then is as whole as it will ever be. */
  fallen(): TokenPlace | null;
} {
  let ripening: TokenPlace | null = null;
  let sinceMs = 0;
  const restedMs = () => Date.now() - sinceMs;

  return {
    isRipe: (place) => {
      if (ripening?.token !== place.token) sinceMs = Date.now();
      ripening = place;
      const needsMs = !isWhole(place.token) ? RIPE_MS : place.isOnlyNew ? ONLY_NEW_MS : 0;
      return restedMs() >= needsMs;
    },
    fallen: () => {
      const fallen = restedMs() >= FALLEN_MS ? ripening : null;
      ripening = null;
      return fallen;
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

import { type Bytes, randomBytes } from "./bytes";

/** 160 random bits: beyond any guessing, so that no slow derivation is needed. */
const RECOVERY_BYTES = 20;
/** Crockford's base 32: no letter that is taken for a digit. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 4;

/** A new code, and how it is written down: eight groups of four. The caller zeroes the bytes. */
export function newRecoveryCode(): { secret: Bytes; written: string } {
  const secret = randomBytes(RECOVERY_BYTES);
  let bits = 0n;
  for (const byte of secret) bits = (bits << 8n) | BigInt(byte);
  let letters = "";
  for (let at = (RECOVERY_BYTES * 8) / 5 - 1; at >= 0; at--)
    letters += LETTERS[Number((bits >> BigInt(at * 5)) & 31n)];
  return { secret, written: letters.match(new RegExp(`.{${GROUP}}`, "g"))?.join("-") ?? letters };
}

/**
 * Reads a code as a person types it: blanks, hyphens and case do not count, and what looks like a
 * digit is one.
 *
 * @returns `null` when it cannot be a code.
 */
export function readRecoveryCode(typed: string): Bytes | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s‐-―-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (letters.length * 5 !== RECOVERY_BYTES * 8) return null;
  let bits = 0n;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  const secret = new Uint8Array(RECOVERY_BYTES);
  for (let at = RECOVERY_BYTES - 1; at >= 0; at--) {
    secret[at] = Number(bits & 255n);
    bits >>= 8n;
  }
  return secret;
}

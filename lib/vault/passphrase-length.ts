const MIN_CHARACTERS = 12;

/** Counted in code points: one emoji is one character to whoever types it. */
export function isTooShort(passphrase: string): boolean {
  return [...passphrase.normalize("NFKC")].length < MIN_CHARACTERS;
}

import { createHash } from "node:crypto";

/** Numbers that look random and are the same for the same seed on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** Whole number, both ends included. */
  between(low: number, high: number): number;
  uuid(): string;
  /** Decimal digits as text, the first one never 0. */
  digits(length: number): string;
}

/** mulberry32: 32 bits of state are plenty for a stage set. */
export function seededRandom(seed: number | string): Random {
  let state = createHash("sha256").update(String(seed)).digest().readUInt32LE(0);
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  const hex = (length: number) =>
    Array.from({ length }, () => between(0, 15).toString(16)).join("");
  return {
    fraction,
    between,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[between(0, 3)]}${hex(3)}-${hex(12)}`,
    digits: (length) => Array.from({ length }, (_, at) => between(at === 0 ? 1 : 0, 9)).join(""),
  };
}

import { bytesPer, type CapacityUnit, unitNamed } from "./capacity-unit";

/** What a person typed, in bytes, or why it is no capacity. */
export type TypedCapacity =
  | { bytes: number; wrong?: never }
  | { wrong: "empty" | "unreadable" | "no-unit" | "part-of-a-byte" | "too-large"; bytes?: never };

/** One byte in EiB has 60 decimals; nobody needs more. */
const LONGEST_TEXT = 100;

/** Blanks a person or `Intl` may put into a number, and the Swiss apostrophes. */
const BLANKS = "[\\s\u00a0\u202f\u2009]";

/**
 * Reads "1.5 TB" ("1,5 TB" in German) without ever rounding: what is no whole number of bytes is
 * refused. Separators mean what they mean in `locale`, and groups must be complete, so "1,5 TB"
 * in English is unreadable rather than 15 TB.
 *
 * @param unit - What a number alone is counted in; without it only 0 needs no unit.
 */
export function parseCapacity(text: string, locale: string, unit?: CapacityUnit): TypedCapacity {
  const typed = text.trim();
  if (typed === "") return { wrong: "empty" };
  if (typed.length > LONGEST_TEXT) return { wrong: "unreadable" };
  const [, sent = "", name = ""] =
    /^([\d.,'’\s\u00a0\u202f\u2009]*\d)\s*([a-z]*)$/iu.exec(typed) ?? [];
  const number = readNumber(sent, locale);
  const named = name === "" ? unit : unitNamed(name);
  if (number === null || named === null) return { wrong: "unreadable" };
  if (number.digits === 0n) return { bytes: 0 };
  if (named === undefined) return { wrong: "no-unit" };

  const scaled = number.digits * bytesPer(named);
  const divisor = 10n ** BigInt(number.decimals);
  if (scaled % divisor !== 0n) return { wrong: "part-of-a-byte" };
  const bytes = scaled / divisor;
  return bytes > Number.MAX_SAFE_INTEGER ? { wrong: "too-large" } : { bytes: Number(bytes) };
}

/** `12.345` as 12345 with 3 decimals. `null` when it is no number in this locale. */
function readNumber(sent: string, locale: string): { digits: bigint; decimals: number } | null {
  const { group, point } = separators(locale);
  const grouped = `\\d{1,3}(?:(?<sign>[${group}'’]|${BLANKS})\\d{3})(?:\\k<sign>\\d{3})*`;
  const match = new RegExp(`^(?<whole>${grouped}|\\d+)(?:[${point}](?<part>\\d+))?$`).exec(sent);
  const { whole = "", part = "" } = match?.groups ?? {};
  if (whole === "") return null;
  return { digits: BigInt(whole.replace(/\D/g, "") + part), decimals: part.length };
}

function separators(locale: string): { group: string; point: string } {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(12345.6);
  const signOf = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const group = signOf("group");
  // Blanks and apostrophes group in every locale; comma and point only where they do not divide.
  return { group: group === "," || group === "." ? group : "", point: signOf("decimal") };
}

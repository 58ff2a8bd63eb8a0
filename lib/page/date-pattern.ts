import type { WallTime } from "./wall-clock";

const TOKEN = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|A/g;
const TIMELESS = /^[^Hhm]*$/;
const months = new Map<string, string[]>();

export function monthNames(language = "en"): string[] {
  const known =
    months.get(language) ??
    Array.from({ length: 12 }, (_, at) =>
      new Date(2026, at, 15).toLocaleString(language, { month: "long" }),
    );
  months.set(language, known);
  return known;
}

/** Writes a time the way a field wants it; the letters are those of a placeholder such as "DD.MM.YYYY HH:mm". */
export function writePattern(pattern: string, at: WallTime): string {
  return pattern.replace(TOKEN, (token) => partOf(token, at));
}

/**
 * Reads a text strictly by a pattern.
 *
 * @returns `null` when the text is written otherwise or names no real time. A pattern without a
 * time leaves hour and minute 0.
 */
export function readPattern(pattern: string, text: string): WallTime | null {
  const tokens = pattern.match(TOKEN) ?? [];
  const source = pattern
    .split(TOKEN)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+"))
    .reduce((whole, literal, at) => `${whole}(${shapeOf(tokens[at - 1] ?? "")})${literal}`);
  const found = new RegExp(`^${source}$`, "i").exec(
    text.normalize("NFKC").replace(/\s+/g, " ").trim(),
  );
  if (!found) return null;
  const value = (names: string[]) => {
    const at = tokens.findIndex((token) => names.includes(token));
    return at < 0 ? null : (found[at + 1] ?? null);
  };
  const year = Number(value(["YYYY", "YY"]));
  const month = monthOf(value(["MMMM", "MMM", "MM", "M"]));
  const day = Number(value(["DD", "D"]));
  const half = value(["A"]);
  const shown = Number(value(["HH", "H", "hh", "h"]) ?? 0);
  const hour = half === null ? shown : (shown % 12) + (/p/i.test(half) ? 12 : 0);
  const seconds = Number(value(["ss"]) ?? 0);
  const read = {
    year: year < 100 ? 2000 + year : year,
    month,
    day,
    hour,
    minute: Number(value(["mm"]) ?? 0),
  };
  const isClock =
    hour < 24 && read.minute < 60 && seconds === 0 && (half === null || (shown > 0 && shown < 13));
  const isTimeAlone = year === 0 && month === 0 && day === 0;
  return isClock && (isTimeAlone || isReal(read)) ? read : null;
}

/** Day-first, month-first or year-first; "named" where the month is a word. */
export function orderOf(pattern: string): string {
  if (/MMM/.test(pattern)) return "named";
  return (pattern.match(/YYYY|YY|MM?|DD?/g) ?? []).map((part) => part[0]).join("");
}

export function hasTime(pattern: string): boolean {
  return !TIMELESS.test(pattern.replace(/MM+|M/g, ""));
}

function shapeOf(token: string): string {
  if (token === "YYYY") return "\\d{4}";
  if (token === "MMMM") return monthNames().join("|");
  if (token === "MMM")
    return monthNames()
      .map((month) => month.slice(0, 3))
      .join("|");
  if (token === "A") return "[ap]\\.?m\\.?";
  // A field that takes 03/04 may show 3/4.
  return token === "mm" || token === "ss" || token === "YY" ? "\\d{2}" : "\\d{1,2}";
}

function partOf(token: string, { year, month, day, hour, minute }: WallTime): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const twelve = hour % 12 || 12;
  const parts: Record<string, string> = {
    YYYY: String(year),
    YY: two(year % 100),
    MMMM: monthNames()[month - 1] ?? "",
    MMM: (monthNames()[month - 1] ?? "").slice(0, 3),
    MM: two(month),
    M: String(month),
    DD: two(day),
    D: String(day),
    HH: two(hour),
    H: String(hour),
    hh: two(twelve),
    h: String(twelve),
    mm: two(minute),
    ss: "00",
    A: hour < 12 ? "AM" : "PM",
  };
  return parts[token] ?? token;
}

function monthOf(text: string | null): number {
  const named = monthNames().findIndex((month) =>
    text === null ? false : month.toLowerCase().startsWith(text.toLowerCase().slice(0, 3)),
  );
  return named >= 0 ? named + 1 : Number(text);
}

function isReal({ year, month, day }: WallTime): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year > 1999;
}

/** A date and time as a wall clock shows it. Months and days from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const TOKEN = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|A/g;
const TIMELESS = /^[^Hhm]*$/;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Writes a time the way a field wants it; see {@link patternIn} for the letters. */
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
  if (year === 0 && month === 0 && day === 0) {
    const isClock = read.hour < 24 && read.minute < 60 && seconds === 0 && tokens.length > 0;
    return isClock && (half === null || (shown >= 1 && shown <= 12)) ? read : null;
  }
  return isReal(read) && seconds === 0 && (half === null || (shown >= 1 && shown <= 12))
    ? read
    : null;
}

/**
 * The pattern a placeholder, label or hint spells out, such as "TT.MM.JJJJ SS:mm" or
 * "31/12/2027 18:00" (an example counts when its parts cannot be confused).
 */
export function patternIn(text: string): string | null {
  const spelled =
    /\b(?:[DTJ]{1,2}|M{1,4}|[YJA]{2,4})([./\- ])\s?(?:[DTJ]{1,2}|M{1,4})\1\s?(?:[DTJ]{1,2}|[YJA]{2,4})\b(?:[,T ]+(?:um )?[Hhs]{1,2}[:.]m{2}(?:[:.]s{2})?(?:\s?[aApP]{1,2})?)?/i.exec(
      text,
    )?.[0];
  if (spelled) return spelledPattern(spelled);
  const example =
    /\b\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[,T ]+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?)?/i.exec(
      text,
    )?.[0];
  if (!example) return null;
  const fitting = PATTERNS.filter((pattern) => readPattern(pattern, example) !== null);
  const orders = new Set(fitting.map(orderOf));
  return orders.size === 1 ? (fitting.find((one) => writesLike(one, example)) ?? null) : null;
}

/** Day-first, month-first or year-first; "named" where the month is a word. */
export function orderOf(pattern: string): string {
  if (/MMM/.test(pattern)) return "named";
  return (pattern.match(/YYYY|YY|MM?|DD?/g) ?? []).map((part) => part[0]).join("");
}

const DATES = [
  "YYYY-MM-DD",
  "DD.MM.YYYY",
  "MM/DD/YYYY",
  "DD/MM/YYYY",
  "M/D/YYYY",
  "D/M/YYYY",
  "D.M.YYYY",
  "YYYY/MM/DD",
  "DD-MM-YYYY",
  "MM-DD-YYYY",
  "D MMM YYYY",
  "MMM D, YYYY",
  "D MMMM YYYY",
  "MMMM D, YYYY",
];
const TIMES = ["HH:mm", "HH:mm:ss", "hh:mm A", "h:mm A"];

/** How date and time fields of common kits are written, the commonest first. */
export const PATTERNS: readonly string[] = [
  "YYYY-MM-DDTHH:mm",
  ...[" ", ", "].flatMap((gap) =>
    TIMES.flatMap((time) => DATES.map((date) => `${date}${gap}${time}`)),
  ),
];
export const DAY_PATTERNS: readonly string[] = DATES;
export const TIME_PATTERNS: readonly string[] = TIMES;

/** The patterns to try in a page of this language, likeliest first. */
export function likelyFirst(patterns: readonly string[], language: string): string[] {
  const isGerman = /^de/i.test(language);
  const rank = (pattern: string) => {
    if (/, [Hh]/.test(pattern)) return 4;
    if (isGerman && /\./.test(pattern)) return 0;
    if (/^YYYY-/.test(pattern)) return hasTime(pattern) ? 1 : 2;
    return /\./.test(pattern) || isGerman ? 3 : 1;
  };
  return [...patterns].sort((a, b) => rank(a) - rank(b));
}

/** The wall clock of the browser's zone. */
export function wallTimeOf(atMs: number): WallTime {
  const at = new Date(atMs);
  return {
    year: at.getFullYear(),
    month: at.getMonth() + 1,
    day: at.getDate(),
    hour: at.getHours(),
    minute: at.getMinutes(),
  };
}

/** The instant a wall clock in the browser's zone means; `null` for one that clocks skip. */
export function instantOf({ year, month, day, hour, minute }: WallTime): number | null {
  const at = new Date(year, month - 1, day, hour, minute);
  return isSameTime(wallTimeOf(at.getTime()), { year, month, day, hour, minute })
    ? at.getTime()
    : null;
}

export function isSameTime(a: WallTime, b: WallTime): boolean {
  return isSameDay(a, b) && a.hour === b.hour && a.minute === b.minute;
}

export function isSameDay(a: WallTime, b: WallTime): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

export function hasTime(pattern: string): boolean {
  return !TIMELESS.test(pattern.replace(/MM+|M/g, ""));
}

function spelledPattern(spelled: string): string {
  const [date = "", ...time] = spelled.split(/(?=[,T ]+(?:um )?[Hhs]{1,2}[:.])/);
  const day = date
    .toUpperCase()
    .replace(/J{3,4}|A{4}/g, "YYYY")
    .replace(/T{1,2}|J{1,2}(?!J)/g, (run) => "D".repeat(run.length));
  const clock = time
    .join("")
    .replace(/[Hhs]{1,2}(?=[:.]m)/i, (run) =>
      (/[ap]/i.test(time.join("").slice(-3)) ? "h" : "H").repeat(run.length),
    )
    .replace(/\s?[aApP]{1,2}$/, " A");
  return day + clock;
}

function writesLike(pattern: string, example: string): boolean {
  const read = readPattern(pattern, example);
  return read !== null && writePattern(pattern, read).toLowerCase() === example.toLowerCase();
}

function shapeOf(token: string): string {
  if (token === "YYYY") return "\\d{4}";
  if (token === "MMMM") return MONTHS.join("|");
  if (token === "MMM") return MONTHS.map((month) => month.slice(0, 3)).join("|");
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
    MMMM: MONTHS[month - 1] ?? "",
    MMM: (MONTHS[month - 1] ?? "").slice(0, 3),
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
  const named = MONTHS.findIndex((month) =>
    text === null ? false : month.toLowerCase().startsWith(text.toLowerCase().slice(0, 3)),
  );
  return named >= 0 ? named + 1 : Number(text);
}

function isReal({ year, month, day, hour, minute }: WallTime): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return (
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    year > 1999
  );
}

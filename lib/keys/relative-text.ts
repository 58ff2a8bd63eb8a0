import { DAY_MS } from "./zone-clock";

/** A length of time in words, from now. Rounding is unknown, so it is a span: from its start to its end. */
export interface RelativeSpan {
  fromMs: number;
  toMs: number;
}

const HOUR_MS = 3_600_000;
/** Shortest and longest length of a unit, in ms, by the letters its names begin with. Longer beginnings first. */
const UNITS: [names: RegExp, shortestMs: number, longestMs: number][] = [
  [/^(?:mo)/, 28 * DAY_MS, 31 * DAY_MS],
  [/^mi/, 60_000, 60_000],
  [/^h|^st/, HOUR_MS, HOUR_MS],
  [/^s/, 1_000, 1_000],
  [/^[dt]/, DAY_MS, DAY_MS],
  [/^w/, 7 * DAY_MS, 7 * DAY_MS],
  [/^[yj]/, 365 * DAY_MS, 366 * DAY_MS],
];
const UNIT =
  "(?:seconds?|secs?|sekunden?|s|minutes?|minuten?|mins?|hours?|hrs?|h|stunden?|std\\.?|days?|d|tag(?:en?)?|weeks?|wks?|w|wochen?|months?|mos?|monat(?:en?)?|years?|yrs?|y|jahr(?:en?)?)";
const AMOUNT = "(?<![\\d.,:/-])(?:\\d{1,4}|an?|one|eine[mnr]?|ein)";
const PART = `${AMOUNT} ?${UNIT}(?![\\p{L}\\d])`;
const LENGTH = `${PART}(?:(?:,| and| und)? ?${PART}){0,3}`;
const PARTS = new RegExp(`(${AMOUNT}) ?(${UNIT})(?![\\p{L}\\d])`, "gu");
const ROUGHLY =
  "(?:about |around |approximately |approx\\.? |over |almost |nearly |less than |more than |~|ca\\. ?|etwa |rund |ungefähr |fast |über )?";

const AHEAD = new RegExp(
  `(?<!\\p{L})(?:in|within|noch) (?:the next )?${ROUGHLY}${LENGTH}|${LENGTH} (?:left|remaining|to go|from now|übrig|verbleib\\p{L}*)`,
  "u",
);
const BEHIND = new RegExp(`(?<!\\p{L})vor ${ROUGHLY}${LENGTH}|${LENGTH} ago(?!\\p{L})`, "u");
const NEXT =
  /(?<!\p{L})(next|last|nächste[nsr]?|letzte[nsr]?|vergangene[nsr]?) (week|month|year|woche|monat|jahr)(?!\p{L})/u;
const DAY_WORDS: [RegExp, number][] = [
  [/(?<!\p{L})(?:the )?(?:day after tomorrow|übermorgen)(?!\p{L})/u, 2],
  [/(?<!\p{L})(?:the )?(?:day before yesterday|vorgestern)(?!\p{L})/u, -2],
  [/(?<!\p{L})(?:tomorrow|morgen)(?!\p{L})/u, 1],
  [/(?<!\p{L})(?:yesterday|gestern)(?!\p{L})/u, -1],
  [/(?<!\p{L})(?:today|tonight|heute)(?!\p{L})/u, 0],
];

/** Days from today that a lower-case text names ("tomorrow" is 1), and the text without it. */
export function findDayWord(text: string): { days: number; rest: string } | null {
  for (const [pattern, days] of DAY_WORDS)
    if (pattern.test(text)) return { days, rest: text.replace(pattern, " ") };
  return null;
}

/**
 * "in 3 months", "5 days left", "vor 2 Tagen", as ms from now. One unit more or less than said, because
 * pages round up, down and to the nearest; never across now, because they do say ago or left.
 */
export function findSpan(text: string): { span: RelativeSpan; rest: string } | null {
  const ahead = AHEAD.exec(text);
  const behind = ahead ? null : BEHIND.exec(text);
  const found = ahead ?? behind;
  if (found) {
    const { shortestMs, longestMs } = lengthOf(found[0]);
    const span = ahead
      ? { fromMs: shortestMs, toMs: longestMs }
      : { fromMs: -longestMs, toMs: -Math.max(shortestMs, 1) };
    return { span, rest: text.replace(found[0], " ") };
  }
  const next = NEXT.exec(text);
  if (!next) return null;
  const { longestMs } = lengthOf(`1 ${next[2]}`);
  const isAhead = /^n/.test(next[1] ?? "");
  return {
    span: isAhead ? { fromMs: 0, toMs: longestMs } : { fromMs: -longestMs, toMs: -1 },
    rest: text.replace(next[0], " "),
  };
}

function lengthOf(text: string): { shortestMs: number; longestMs: number } {
  let shortestMs = 0;
  let longestMs = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const [, amount = "", unit = ""] of text.matchAll(PARTS)) {
    const count = /\d/.test(amount) ? Number(amount) : 1;
    const [, shortest, longest] = UNITS.find(([names]) => names.test(unit)) ?? ["", 0, 0];
    shortestMs += count * shortest;
    longestMs += count * longest;
    smallest = Math.min(smallest, longest);
  }
  return { shortestMs: Math.max(0, shortestMs - smallest), longestMs: longestMs + smallest };
}

import { DAY_MS } from "./zone-clock";

/**
 * A length of time in words, from now: `fromMs` to `toMs` is all it may mean, whether the page rounds up,
 * down or to the nearest; `nearMs` to `farMs` is what it means when nothing else is known; `saidMs` is what it says.
 */
export interface RelativeSpan {
  fromMs: number;
  toMs: number;
  nearMs: number;
  farMs: number;
  saidMs: number;
}

/** A span and where it stands. */
export interface FoundSpan {
  span: RelativeSpan;
  index: number;
  length: number;
}

const HOUR_MS = 3_600_000;
/** Shortest and longest length of a unit, in ms, by the letters its names begin with. Longer beginnings first. */
const UNITS: [names: RegExp, shortestMs: number, longestMs: number][] = [
  // February is the only shorter month, and no page that rounds up counts in Februaries.
  [/^(?:mo)/, 30 * DAY_MS, 31 * DAY_MS],
  [/^mi/, 60_000, 60_000],
  [/^h|^st/, HOUR_MS, HOUR_MS],
  [/^s/, 1_000, 1_000],
  [/^[dt]/, DAY_MS, DAY_MS],
  [/^w/, 7 * DAY_MS, 7 * DAY_MS],
  [/^[yj]/, 365 * DAY_MS, 366 * DAY_MS],
];
const UNIT =
  "(?:seconds?|secs?|sekunden?|s|minutes?|minuten?|mins?|hours?|hrs?|h|stunden?|std\\.?|days?|d|tag(?:en?)?|weeks?|wks?|w|wochen?|months?|mos?|monat(?:en?)?|years?|yrs?|y|jahr(?:en?)?)";
/** Not the end of a number with a fraction or a thousand in it, nor the whole that "5 of 90 days" are a part of. */
const AMOUNT =
  "(?<![\\d.,:/'⁄±-]|(?<!\\d)\\d{1,3} (?=\\d{3}(?!\\d))|\\d\\)? (?:of|von|out of|\\(of) )(?:\\d{1,4}|an?|one|eine[mnr]?|ein)";
const PART = `${AMOUNT} ?${UNIT}(?![\\p{L}\\d])`;
const LENGTH = `${PART}(?:(?:,| and| und)? ?${PART}){0,3}`;
const PARTS = new RegExp(`(${AMOUNT}) ?(${UNIT})(?![\\p{L}\\d])`, "gu");
const AT_MOST =
  "(?:less|fewer|no more) than |at most |up to |under |max(?:\\.|imum|imal)? |weniger als |unter |höchstens |bis zu |< ?|≤ ?";
const MORE =
  "(?:more|no less) than |at least |min(?:\\.|imum|imal)? |mehr als |mindestens |> ?|≥ ?";
const ROUGHLY = `(?:about |around |approximately |approx\\.? |over |almost |nearly |${AT_MOST}|${MORE}|~|ca\\. ?|etwa |rund |ungefähr |fast |über )?`;

const AHEAD = `(?<!\\p{L})(?:in|within|innerhalb von|noch) (?:the next )?${ROUGHLY}${LENGTH}|${ROUGHLY}${LENGTH} (?:left|remaining|to go|from now|übrig|verbleib\\p{L}*)`;
const BEHIND = `(?<!\\p{L})vor ${ROUGHLY}${LENGTH}|${LENGTH} ago(?!\\p{L})`;
const NEXT =
  "(?<!\\p{L})(next|last|nächste[nsr]?|letzte[nsr]?|vergangene[nsr]?) (week|month|year|woche|monat|jahr)(?!\\p{L}| (?:of|in|im|des|der|before|vor))";
const SPAN = new RegExp(`(${AHEAD})|(${BEHIND})|${NEXT}`, "gu");
/** Every {@link SPAN} has one of these; a date has none, and most texts are dates. */
const SPAN_HINT =
  /in|noch|left|remaining|to go|from now|übrig|verbleib|vor|ago|next|last|nächste|letzte|vergangene/;
const BARE = new RegExp(`^${ROUGHLY}${LENGTH}$`, "u");
const UP_TO = new RegExp(`^(?:within|innerhalb)|${AT_MOST}`);
/** But no "30 min 5 s". */
const BEYOND = new RegExp(`(?<!\\d ?)(?:${MORE})`);
const DAY_WORDS: [RegExp, number][] = [
  [/(?<!\p{L})(?:the )?(?:day after tomorrow|übermorgen)(?!\p{L})/u, 2],
  [/(?<!\p{L})(?:the )?(?:day before yesterday|vorgestern)(?!\p{L})/u, -2],
  // "heute Morgen" and "Montag Morgen" are mornings.
  [/(?<!\p{L}|(?:heute|gestern|tag|mittwoch|am) )(?:tomorrow|morgen)(?!\p{L})/u, 1],
  [/(?<!\p{L})(?:yesterday|gestern)(?!\p{L})/u, -1],
  [/(?<!\p{L})(?:today|tonight|heute)(?!\p{L})/u, 0],
];

const DAY_WORD_HINT = /to|yester|gestern|heute|morgen/;

/** The first day a lower-case text names by its distance from today ("tomorrow" is 1). */
export function findDayWord(text: string): { days: number; index: number; length: number } | null {
  if (!DAY_WORD_HINT.test(text)) return null;
  for (const [pattern, days] of DAY_WORDS) {
    const found = pattern.exec(text);
    if (found) return { days, index: found.index, length: found[0].length };
  }
  return null;
}

/** Whether the whole text is a length of time, such as "3 days 4 h". */
export function isBareLength(text: string): boolean {
  return BARE.test(text);
}

/** Every "in 3 months", "5 days left", "vor 2 Tagen" of a lower-case text, as ms from now. */
export function findSpans(text: string): FoundSpan[] {
  if (!SPAN_HINT.test(text)) return [];
  return [...text.matchAll(SPAN)].map(
    ({ 0: found, 1: ahead, 2: behind, 3: next, 4: unit, index }) => {
      const length = lengthOf(ahead ?? behind ?? `1 ${unit}`);
      const isAhead = ahead !== undefined || next?.[0] === "n";
      const whole = next ? { ...length, fromMs: 1, nearMs: 1, farMs: length.toMs } : length;
      return { span: isAhead ? whole : before(whole), index, length: found.length };
    },
  );
}

function before({ fromMs, toMs, nearMs, farMs, saidMs }: RelativeSpan): RelativeSpan {
  return { fromMs: -toMs, toMs: -fromMs, nearMs: -farMs, farMs: -nearMs, saidMs: -saidMs };
}

/**
 * Both ends are open: rounding down, 7 days are less than 8, and rounding up, they are more than 6. No page
 * calls what is less than half a week, month or year by the name of the whole.
 */
function lengthOf(text: string): RelativeSpan {
  let shortestMs = 0;
  let longestMs = 0;
  let unitMs = Number.POSITIVE_INFINITY;
  let leastMs = 0;
  let parts = 0;
  let total = 0;
  for (const [, amount = "", unit = ""] of text.matchAll(PARTS)) {
    const count = /\d/.test(amount) ? Number(amount) : 1;
    const [, shortest, longest] = UNITS.find(([names]) => names.test(unit)) ?? ["", 0, 0];
    shortestMs += count * shortest;
    longestMs += count * longest;
    if (longest < unitMs) [unitMs, leastMs] = [longest, shortest];
    parts++;
    total += count;
  }
  const isOne = parts === 1 && total === 1 && unitMs > DAY_MS;
  const fromMs = isOne ? leastMs / 2 : shortestMs - leastMs + 1;
  const toMs = longestMs + unitMs - 1;
  const half = unitMs / 2;
  const saidMs = (shortestMs + longestMs) / 2;
  if (UP_TO.test(text)) return { fromMs: 1, toMs, nearMs: longestMs / 2, farMs: longestMs, saidMs };
  if (BEYOND.test(text)) {
    const farMs = shortestMs + 100 * 366 * DAY_MS;
    return { fromMs: shortestMs, toMs: farMs, nearMs: shortestMs, farMs, saidMs };
  }
  return {
    fromMs: Math.max(fromMs, 1),
    toMs,
    nearMs: Math.max(shortestMs - half, leastMs / 2),
    farMs: longestMs + half,
    saidMs,
  };
}

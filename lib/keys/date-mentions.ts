import { MONTH, monthOf, plainText, weekdayIn } from "./date-text";
import { findDayWord, findSpan, type RelativeSpan } from "./relative-text";
import { DAY_MS } from "./zone-clock";
import { findZone, offsetZone, withoutNames } from "./zone-text";

/** The order in which a numeric date gives day, month and year. */
export type Order = "dmy" | "mdy" | "ymd";

/** One way to read a numeric date; a date with a month's name or its year in front has one way only. */
export interface DayReading {
  order: Order;
  /** Midnight of that day as if the zone were UTC, in epoch ms. */
  dayMs: number;
}

/** A date as a text gives it, before anybody knows order and zone. */
export interface Mention {
  /** Empty where a word counted from today is used instead. */
  days: DayReading[];
  /** What dates of the same format have in common, such as `/4`; `null` when the order is beyond doubt. */
  shape: string | null;
  /** Days from today ("tomorrow" is 1). */
  fromToday: number | null;
  /** Time of the day in ms, and how much longer than that it may be (59,999 for a minute); `null` for a whole day. */
  time: { ms: number; slackMs: number } | null;
  /** Every zone the text may mean, `null` when it names none. */
  zones: string[] | null;
  /** It stands behind words such as "created on", so it is not the end of a key. */
  isOtherEvent: boolean;
}

export interface Mentions {
  dates: Mention[];
  span: RelativeSpan | null;
  saysNever: boolean;
  /** The text says that the end has passed. */
  saysExpired: boolean;
}

const NOTHING: Mentions = { dates: [], span: null, saysNever: false, saysExpired: false };

const BEFORE = "(?<![\\p{L}\\d]|\\d[./:-])";
const AFTER = "(?![\\p{L}\\d]|[./:-]\\d)";
const GAP = "[\\s\\-./,\ue000]";
const ORDINAL = "(?:st|nd|rd|th|\\.)?";
const YEAR = "(\\d{4}|'?\\d{2})";

const TIME =
  /(?:(?<=\d)t|(?<![\p{L}\d:+./-]))(\d{1,2})(?:([:.])(\d{2})(?:\2(\d{2})(?:[.,](\d{1,9}))?)?)?(?: ?([ap])\.? ?m(?![\p{L}])\.?)?( ?uhr(?!\p{L})| h(?!\p{L}))?(?!\d|[.:]\d)(?: ?(z)(?![\p{L}\d])| ?([+-]\d{1,2}(?::?\d{2})?)(?![\d:./-]))?/giu;
const YEAR_FIRST = new RegExp(
  `${BEFORE}(\\d{4}) ?([-./ ]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})${AFTER}`,
  "gu",
);
const NUMERIC = new RegExp(`${BEFORE}(\\d{1,2}) ?([-./ ]) ?(\\d{1,2}) ?\\2 ?${YEAR}${AFTER}`, "gu");
const DAY_NAME_YEAR = new RegExp(
  `${BEFORE}(\\d{1,2})${ORDINAL}${GAP}*(?:of )?(${MONTH})${GAP}*${YEAR}${AFTER}`,
  "gu",
);
const NAME_DAY_YEAR = new RegExp(
  `(?<!\\p{L})(${MONTH})${GAP}*(\\d{1,2})${ORDINAL}${GAP}+(?:of )?${YEAR}${AFTER}`,
  "gu",
);
const YEAR_NAME_DAY = new RegExp(
  `${BEFORE}(\\d{4})${GAP}*(${MONTH})${GAP}*(\\d{1,2})${ORDINAL}${AFTER}`,
  "gu",
);
/** A date that stands behind one of these is not the end of the key. */
const OTHER_DATE =
  /(?:created|issued|added|(?:last )?used|updated|modified|renewed|valid from|starts?|since|erstellt|angelegt|ausgestellt|(?:zuletzt )?(?:verwendet|genutzt|geändert)|gültig (?:ab|von|seit))(?: (?:on|at|am|um))?[\s:·-]*$/;
const EXPIRED = /(?<!\p{L}|not )(?:expired|abgelaufen)(?!\p{L})/u;

const LEAD =
  "(?:expir(?:es|y|ation)(?: date)?|valid(?:ity)?(?: until| to)?|ends?|active|aktiv|gültig(?:keit)?(?: bis)?|ablauf(?:datum)?|status|(?:this |api )?key|schlüssel)";
const ENDLESS =
  "(?:never(?: expires?)?|no (?:expir\\p{L}+|end|time limit)(?: date)?|(?:does not|doesn't|will not|won't|not) expir(?:e|es|ing)|non-?expiring|unlimited|indefinite(?:ly)?|permanent(?:ly)?|perpetual|forever|infinit(?:e|y)|∞|without (?:expiry|expiration|end|(?:time )?limit)(?: date)?|until revoked|nie(?:mals)?|läuft (?:nie|niemals|nicht) ab|kein (?:ablauf(?:datum)?|ende|enddatum)|ohne (?:ablauf(?:datum)?|ende|befristung|begrenzung)|(?:zeitlich )?un(?:begrenzt|befristet|endlich|limitiert)|dauerhaft|ewig|bis auf widerruf)";
/** The whole text must say so: "never used" does not, and neither does a dash, which says nothing at all. */
const NEVER = new RegExp(
  `^(?:${LEAD}[\\s:·-]*)*${ENDLESS}(?:[\\s:·(-]*(?:${LEAD}|gültig))*[\\s.!)]*$`,
  "u",
);

const cache = new Map<string, Mentions>();

/** What a text says about dates. The answer for a text never changes, and lists repeat their texts. */
export function mentionsIn(text: string): Mentions {
  const known = cache.get(text);
  if (known) return known;
  if (cache.size > 5_000) cache.clear();
  const mentions = findMentions(text);
  cache.set(text, mentions);
  return mentions;
}

function findMentions(text: string): Mentions {
  const plain = plainText(text);
  if (!plain) return NOTHING;
  const lower = plain.toLowerCase();
  if (NEVER.test(lower)) return { ...NOTHING, saysNever: true };
  if (/^(?:\d{10}|\d{13})$/.test(plain)) return epoch(plain);

  const times: { ms: number; slackMs: number; zones: string[] | null }[] = [];
  let broken = false;
  const untimed = plain.replace(TIME, (match, ...groups: (string | undefined)[]) => {
    const [hour = "", separator, minute, second, fraction, half, clock, z, offset] = groups;
    if (!half && !clock && separator !== ":") return match;
    const ms = timeOfDay(
      Number(hour),
      Number(minute ?? 0),
      Number(second ?? 0),
      half?.toLowerCase(),
    );
    if (ms === null) broken = true;
    const exactMs = (ms ?? 0) + Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
    const zones = z ? ["UTC"] : offset ? offsetZone(offset) : null;
    times.push({ ms: exactMs, slackMs: fraction ? 0 : second ? 999 : 59_999, zones });
    return "\ue000";
  });
  const named = times.some(({ zones }) => zones)
    ? { zones: null, rest: withoutNames(untimed) }
    : findZone(untimed);
  const saysExpired = EXPIRED.test(lower);
  let rest = named.rest.toLowerCase();
  const weekday = weekdayIn(rest);

  const untold = { shape: null, fromToday: null, time: null, zones: named.zones };
  const dates: (Mention & { index: number })[] = [];
  const add = (index: number, shape: string | null, days: (DayReading | null)[]) => {
    const possible = days.filter(
      (day) => day && (weekday === null || new Date(day.dayMs).getUTCDay() === weekday),
    ) as DayReading[];
    if (possible.length === 0) broken = true;
    const isOtherEvent = OTHER_DATE.test(rest.slice(0, index));
    dates.push({ ...untold, index, days: possible, shape, isOtherEvent });
  };
  const take = (
    pattern: RegExp,
    read: (parts: string[]) => { shape: string | null; days: (DayReading | null)[] },
  ) => {
    rest = rest.replace(pattern, (...found: (string | number)[]) => {
      const { shape, days } = read(found.map(String));
      add(Number(found[found.length - 2]), shape, days);
      return "\ue001".repeat(String(found[0]).length);
    });
  };
  take(YEAR_FIRST, ([, y, , m, d]) => ({ shape: null, days: [day("ymd", y, m, d)] }));
  take(NUMERIC, ([, a, separator, b, c = ""]) => {
    const isShort = c.length < 4;
    const days = [day("dmy", c, b, a), day("mdy", c, a, b), isShort ? day("ymd", a, b, c) : null];
    return { shape: `${separator}${isShort ? 2 : 4}`, days };
  });
  take(DAY_NAME_YEAR, ([, d, m = "", y]) => ({
    shape: null,
    days: [day("dmy", y, monthOf(m), d)],
  }));
  take(NAME_DAY_YEAR, ([, m = "", d, y]) => ({
    shape: null,
    days: [day("mdy", y, monthOf(m), d)],
  }));
  take(YEAR_NAME_DAY, ([, y, m = "", d]) => ({
    shape: null,
    days: [day("ymd", y, monthOf(m), d)],
  }));

  const relative = findSpan(rest);
  if (relative) rest = relative.rest;
  const word = dates.length === 0 && !relative ? findDayWord(rest) : null;
  if (word)
    dates.push({ ...untold, index: 0, days: [], fromToday: word.days, isOtherEvent: false });
  dates.sort((a, b) => a.index - b.index);

  // Digits that touch a date or a time were part of it in a way not understood.
  if (broken || /\d[\s./:-]*[\ue000\ue001]|[\ue000\ue001][\s./:-]*\d/.test(rest)) return NOTHING;
  if (times.length > 0 && times.length !== dates.length && !(relative && dates.length === 0))
    return NOTHING;
  return {
    dates: dates.map((date, i) => {
      const time = times[i];
      return time ? { ...date, time, zones: time.zones ?? date.zones } : date;
    }),
    span: relative?.span ?? null,
    saysNever: false,
    saysExpired,
  };
}

function day(
  order: Order,
  year: string | undefined,
  month: string | number | undefined,
  dayOfMonth: string | undefined,
): DayReading | null {
  const digits = (year ?? "").replace("'", "");
  const isShort = digits.length === 2;
  const y = Number(digits) + (isShort ? 2000 : 0);
  const m = Number(month);
  const d = Number(dayOfMonth);
  // Before the vendor existed two digits are no year; before 1990 a date is an unset value.
  if (Number.isNaN(y) || y < (isShort ? 2015 : 1990) || m < 1 || m > 12) return null;
  const dayMs = Date.UTC(y, m - 1, d);
  return d >= 1 && new Date(dayMs).getUTCDate() === d ? { order, dayMs } : null;
}

function timeOfDay(hour: number, minute: number, second: number, half?: string): number | null {
  if (minute > 59 || second > 59) return null;
  if (hour === 24 && minute + second === 0 && !half) return DAY_MS;
  if (hour > 23 || (half === "a" && hour > 12)) return null;
  const onClock = half && hour <= 12 ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
  return ((onClock * 60 + minute) * 60 + second) * 1000;
}

/** Seconds or milliseconds since 1970, alone in their cell. */
function epoch(digits: string): Mentions {
  const atMs = Number(digits) * (digits.length === 10 ? 1000 : 1);
  const dayMs = Math.floor(atMs / DAY_MS) * DAY_MS;
  const date: Mention = {
    days: [{ order: "ymd", dayMs }],
    shape: null,
    fromToday: null,
    time: { ms: atMs - dayMs, slackMs: digits.length === 10 ? 999 : 0 },
    zones: ["UTC"],
    isOtherEvent: false,
  };
  return { ...NOTHING, dates: [date] };
}

import { MONTH, monthOf, plainText, weekdayIn } from "./date-text";
import { type DayReading, dayReading } from "./day-reading";
import { saysNever } from "./never-text";
import { findDayWord, findSpan, type RelativeSpan } from "./relative-text";
import { TIME_MARK, type TimeOfDay, takeTimes } from "./time-text";
import { DAY_MS } from "./zone-clock";
import { findZone, withoutNames } from "./zone-text";

/** A date as a text gives it, before anybody knows order and zone. */
export interface Mention {
  /** Empty where a word counted from today is used instead. */
  days: DayReading[];
  /** What dates of the same format have in common, such as `/4`; `null` when the order is beyond doubt. */
  shape: string | null;
  /** Days from today ("tomorrow" is 1). */
  fromToday: number | null;
  /** `null` for a whole day. */
  time: Pick<TimeOfDay, "ms" | "slackMs"> | null;
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
  if (saysNever(lower)) return { ...NOTHING, saysNever: true };
  if (/^(?:\d{10}|\d{13})$/.test(plain)) return epoch(plain);

  const { times, rest: untimed, isBroken } = takeTimes(plain);
  let broken = isBroken;
  const named = times.some(({ zones }) => zones)
    ? { zones: null, rest: withoutNames(untimed) }
    : findZone(untimed);
  const saysExpired = EXPIRED.test(lower);
  let rest = named.rest.toLowerCase();
  const weekday = weekdayIn(rest);

  const untold = { shape: null, fromToday: null, time: null, zones: named.zones };
  const dates: (Mention & { index: number; end: number })[] = [];
  const add = (index: number, end: number, shape: string | null, days: (DayReading | null)[]) => {
    const possible = days.filter(
      (day) => day && (weekday === null || new Date(day.dayMs).getUTCDay() === weekday),
    ) as DayReading[];
    if (possible.length === 0) broken = true;
    const isOtherEvent = OTHER_DATE.test(rest.slice(0, index));
    dates.push({ ...untold, index, end, days: possible, shape, isOtherEvent });
  };
  const take = (
    pattern: RegExp,
    read: (parts: string[]) => { shape: string | null; days: (DayReading | null)[] },
  ) => {
    rest = rest.replace(pattern, (...found: (string | number)[]) => {
      const { shape, days } = read(found.map(String));
      const index = Number(found[found.length - 2]);
      add(index, index + String(found[0]).length, shape, days);
      return "\ue001".repeat(String(found[0]).length);
    });
  };
  take(YEAR_FIRST, ([, y, , m, d]) => ({ shape: null, days: [dayReading("ymd", y, m, d)] }));
  take(NUMERIC, ([, a, separator, b, c = ""]) => {
    const isShort = c.length < 4;
    const days = [
      dayReading("dmy", c, b, a),
      dayReading("mdy", c, a, b),
      isShort ? dayReading("ymd", a, b, c) : null,
    ];
    return { shape: `${separator}${isShort ? 2 : 4}`, days };
  });
  take(DAY_NAME_YEAR, ([, d, m = "", y]) => ({
    shape: null,
    days: [dayReading("dmy", y, monthOf(m), d)],
  }));
  take(NAME_DAY_YEAR, ([, m = "", d, y]) => ({
    shape: null,
    days: [dayReading("mdy", y, monthOf(m), d)],
  }));
  take(YEAR_NAME_DAY, ([, y, m = "", d]) => ({
    shape: null,
    days: [dayReading("ymd", y, monthOf(m), d)],
  }));

  const relative = findSpan(rest);
  if (relative) rest = relative.rest;
  const word = dates.length === 0 && !relative ? findDayWord(rest) : null;
  if (word)
    dates.push({
      ...untold,
      index: 0,
      end: 0,
      days: [],
      fromToday: word.days,
      isOtherEvent: false,
    });

  // Digits that touch a date or a time were part of it in a way not understood.
  if (broken || /\d[\s./:-]*[\ue000\ue001]|[\ue000\ue001][\s./:-]*\d/.test(rest)) return NOTHING;
  const timed = withTimes(dates, times, named.rest);
  if (!timed) return NOTHING;
  return {
    dates: timed,
    span: relative?.span ?? null,
    saysNever: false,
    saysExpired,
  };
}

/** Gives each time to the date it stands nearest to; `null` when one date would get two. */
function withTimes(
  dates: (Mention & { index: number; end: number })[],
  times: TimeOfDay[],
  text: string,
): Mention[] | null {
  const timed: Mention[] = [...dates];
  const marks = [...text.matchAll(new RegExp(TIME_MARK, "g"))];
  for (const [i, time] of times.entries()) {
    const at = marks[i]?.index ?? 0;
    const away = dates.map(({ index, end }) => Math.max(index - at, at - end, 0));
    const nearest = away.indexOf(Math.min(...away));
    const date = timed[nearest];
    if (date?.time) return null;
    if (date) timed[nearest] = { ...date, time, zones: time.zones ?? date.zones };
  }
  return timed;
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

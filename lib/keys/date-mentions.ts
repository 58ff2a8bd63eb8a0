import { strangeBesideTimes } from "./beside-time";
import {
  COMPACT,
  DAY_NAME_YEAR,
  EXPIRED,
  NAME_DAY_YEAR,
  NAME_YEAR,
  NUMERIC,
  YEAR_FIRST,
  YEAR_NAME_DAY,
} from "./date-shapes";
import { monthOf, plainText, weekdayIn } from "./date-text";
import { type DayReading, dayReading } from "./day-reading";
import { DATE_MARK, eventsOf, type Place } from "./event-words";
import type { Mention, Mentions, MonthSpan } from "./mention";
import { saysExpiredOnly, saysNever } from "./never-text";
import { findDayWord, findSpans } from "./relative-text";
import { TIME_MARK, type TimeOfDay, takeTimes } from "./time-text";
import { DAY_MS } from "./zone-clock";
import { ANYWHERE, findZone, withoutNames } from "./zone-text";

const NOTHING: Mentions = {
  dates: [],
  spans: [],
  months: [],
  saysNever: false,
  tellsOther: false,
  saysExpired: false,
  isExpiredOnly: false,
};

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

/** A mention or a span on its way: with its place in the text. */
type Placed<T> = Place & T;

function findMentions(text: string): Mentions {
  const plain = plainText(text);
  if (!plain) return NOTHING;
  const lower = plain.toLowerCase();
  if (saysNever(lower)) return { ...NOTHING, saysNever: true };
  if (/^(?:\d{10}|\d{13})$/.test(plain)) return epoch(plain);
  // Places are counted in both; a letter that grows in lower case is in no date.
  if (lower.length !== plain.length) return NOTHING;

  const relative = findSpans(lower);
  let spanless = plain;
  for (const { index, length } of relative) spanless = marked(spanless, index, length);
  const { times, rest: untimed, isBroken } = takeTimes(spanless);
  let broken = isBroken;
  const named = times.some(({ zones }) => zones)
    ? { zones: null, rest: withoutNames(untimed) }
    : findZone(untimed);
  let rest = named.rest.toLowerCase();
  const weekday = weekdayIn(rest);

  const untold = { fromToday: null, time: null, zones: named.zones, event: null, opens: null };
  const dates: Placed<Mention>[] = [];
  const months: Placed<MonthSpan>[] = [];
  const take = (pattern: RegExp, read: (parts: string[], place: Place) => void) => {
    // No date without digits; most texts hold one date, and none are left once it was taken.
    if (!/\d/.test(rest)) return;
    rest = rest.replace(pattern, (...found: (string | number)[]) => {
      const index = Number(found[found.length - 2]);
      const { length } = String(found[0]);
      read(found.map(String), { index, end: index + length, isAgo: false });
      return DATE_MARK.repeat(length);
    });
  };
  const takeDate = (
    pattern: RegExp,
    read: (parts: string[]) => (DayReading | null)[],
    shapeOf: (parts: string[]) => string | null = () => null,
  ) =>
    take(pattern, (parts, place) => {
      const days = read(parts).filter(
        (day) => day && (weekday === null || new Date(day.dayMs).getUTCDay() === weekday),
      ) as DayReading[];
      if (days.length === 0) broken = true;
      dates.push({ ...untold, ...place, days, shape: shapeOf(parts) });
    });
  takeDate(COMPACT, ([, y, m, d]) => [dayReading("ymd", y, m, d)]);
  takeDate(YEAR_FIRST, ([, y, , m, d]) => [dayReading("ymd", y, m, d)]);
  takeDate(
    NUMERIC,
    ([, a, , b, c = ""]) => [
      dayReading("dmy", c, b, a),
      dayReading("mdy", c, a, b),
      c.length < 4 ? dayReading("ymd", a, b, c) : null,
    ],
    ([whole = "", , separator, , c = "", dot]) =>
      // "26. 12. 1." is written in Korea with the year in front, and elsewhere at the end of a sentence.
      `${separator}${c.length < 4 ? 2 : 4}${c.length < 4 && dot && whole.includes(" ") ? dot : ""}`,
  );
  takeDate(DAY_NAME_YEAR, ([, d, m = "", y]) => [dayReading("dmy", y, monthOf(m), d)]);
  takeDate(NAME_DAY_YEAR, ([, m = "", d, y]) => [dayReading("mdy", y, monthOf(m), d)]);
  takeDate(YEAR_NAME_DAY, ([, y, m = "", d]) => [dayReading("ymd", y, monthOf(m), d)]);
  take(NAME_YEAR, ([, name = "", y], place) => {
    const first = dayReading("ymd", y, monthOf(name), "1");
    if (!first) broken = true;
    else
      months.push({
        ...place,
        firstMs: first.dayMs,
        lastMs: Date.UTC(Number(y), monthOf(name)) - DAY_MS,
        event: null,
      });
  });
  const word = findDayWord(rest);
  if (word) {
    const { index, length, days: fromToday } = word;
    rest = marked(rest, index, length, DATE_MARK);
    const place = { index, end: index + length, isAgo: fromToday < 0 };
    dates.push({ ...untold, ...place, days: [], shape: null, fromToday });
  }
  // What was read by now stands elsewhere than at first: times and zones are shorter.
  const marks = [...rest.matchAll(/\ue002+/g)];
  if (marks.length !== relative.length) return NOTHING;
  const spans = marks.flatMap(({ 0: mark, index }, i) => {
    const span = relative[i]?.span;
    return span
      ? { ...span, index, end: index + mark.length, isAgo: span.toMs < 0, event: null }
      : [];
  });
  rest = rest.replaceAll(SPAN_MARK, DATE_MARK);

  // Most texts are nothing else than what was read by now.
  const hasMore = /[\p{L}\d]/u.test(rest);
  if (broken || (hasMore && NOT_UNDERSTOOD.test(rest))) return NOTHING;
  dates.sort((a, b) => a.index - b.index);
  const places = [...dates, ...spans, ...months].sort((a, b) => a.index - b.index);
  const told = eventsOf(rest, places);
  const timed =
    told && withTimes(dates, times, named.rest, hasMore ? strangeBesideTimes(rest) : []);
  if (!timed) return NOTHING;
  const eventOf = (place: Place) =>
    told.events[places.indexOf(place as (typeof places)[0])] ?? null;
  return {
    dates: timed.map((date, i) => {
      const [place, next] = [dates[i], dates[i + 1]] as [Place, Placed<Mention> | undefined];
      return {
        ...date,
        event: eventOf(place),
        opens: next ? opens(rest, date, place, next) : null,
      };
    }),
    spans: spans.map((span) => ({ ...span, event: eventOf(span) })),
    months: months.map((month) => ({ ...month, event: eventOf(month) })),
    saysNever: saysNever(told.rest),
    tellsOther: told.tellsOther,
    saysExpired: EXPIRED.test(lower),
    isExpiredOnly: saysExpiredOnly(told.rest),
  };
}

/**
 * Digits that touch a date or a time were part of it in a way not understood, as are an hour behind it and a
 * clock anywhere; "midnight" begins a day or ends it, and what comes before a day ends with the one before.
 */
const NOT_UNDERSTOOD =
  /(?:days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?) (?:after|nach) \ue001|\ue001 ?\+ ?\d|\d[\s./:-]*[\ue000\ue001]|[\ue000\ue001][\s,./:-]*(?:(?:at|um|@) ?)?\d|(?<!\d)\d{1,2}[:.]\d{2}(?!\d)|\d[\p{scx=Han}\p{scx=Hang}]|(?<!\p{L})(?:midnight|noon|midday|mitternachts?|mittags?)(?!\p{L})|(?<!\p{L}|or |not |nicht )(?:before|vor(?: dem)?|week of|beginning of) \ue001+(?![\ue001\s,]*(?:(?:at|um) )?[\ue000\ue001])/u;

/** Stands for lengths of time until the dates have been read. */
const SPAN_MARK = "\ue002";

function marked(text: string, index: number, length: number, mark = SPAN_MARK): string {
  return text.slice(0, index) + mark.repeat(length) + text.slice(index + length);
}

function opens(text: string, date: Mention, place: Place, next: Placed<Mention>): Mention["opens"] {
  const between = text.slice(place.end, next.index).replaceAll(TIME_MARK, "").trim();
  const isWord = /^(?:to|until|till|through|bis(?: zum)?|→|->)$/.test(between);
  const isOrdered = date.days.some((a) => next.days.some((b) => a.dayMs <= b.dayMs));
  return !isOrdered ? null : isWord ? "range" : between === "-" ? "dash" : null;
}

/** Gives each time to the date it stands nearest to; `null` when one date would get two. */
function withTimes(
  dates: Placed<Mention>[],
  times: TimeOfDay[],
  text: string,
  isStrange: boolean[],
): Mention[] | null {
  const timed: Mention[] = [...dates];
  const marks = [...text.matchAll(new RegExp(TIME_MARK, "g"))];
  for (const [i, time] of times.entries()) {
    const at = marks[i]?.index ?? 0;
    const away = dates.map(({ index, end }) => Math.max(index - at, at - end, 0));
    const nearest = away.indexOf(Math.min(...away));
    const date = timed[nearest];
    if (date?.time) return null;
    if (!date) continue;
    const zones = time.zones ?? date.zones;
    timed[nearest] = isStrange[i]
      ? { ...date, time, zones: zones ?? ANYWHERE }
      : { ...date, time: { ...time, otherMs: null }, zones };
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
    time: { ms: atMs - dayMs, slackMs: digits.length === 10 ? 999 : 0, otherMs: null },
    zones: ["UTC"],
    event: null,
    opens: null,
  };
  return { ...NOTHING, dates: [date] };
}

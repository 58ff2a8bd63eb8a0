import { DAY_MS } from "./zone-clock";
import { offsetZone } from "./zone-text";

export interface TimeOfDay {
  /** Since midnight. */
  ms: number;
  /** How much longer than that it may be: 59,999 where a text stops at the minute. */
  slackMs: number;
  /** The same hour in the other half of the day, where the text may count to twelve only; `null` where it does not. */
  otherMs: number | null;
  /** Zones of an offset right behind it, `null` without one. */
  zones: string[] | null;
}

/** Stands where a time was taken out of a text. Pages' own texts never hold it (see `plainText`). */
export const TIME_MARK = "\ue000";

const TIME =
  /(?:(?<=\d)t|(?<![\d:+./-]|(?![\p{scx=Han}\p{scx=Hang}\p{scx=Hira}])\p{L}))(\d{1,2})(?:([:.h])(\d{2})(?:\2(\d{2})(?:[.,](\d{1,9}))?)?)?(?: ?([ap])\.? ?m(?![\p{L}])\.?)?( ?uhr(?!\p{L})| h(?!\p{L}))?(?!\d|[.:]\d)(?: ?(z)(?![\p{L}\d])| ?([+-]\d{1,2}(?::?\d{2})?)(?![\d:./-]))?/giu;

/** "23 Jun 2027 17.30", "23.6.2027 klo 17.30": behind a whole date, a dot is no part of a date. */
const AFTER_DATE =
  /(?:\p{L}{3}\.?,? ?(?:\d{1,2}(?:st|nd|rd|th|\.)?,? )?\d{4}|(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{1,4}),? (?:at |um |kl\.? |klo |kell )?$/iu;

/** Takes all times of the day out of a text, in order. `isBroken`: one of them does not exist, such as 25:00. */
export function takeTimes(text: string): { times: TimeOfDay[]; rest: string; isBroken: boolean } {
  const times: TimeOfDay[] = [];
  let isBroken = false;
  const rest = text.replace(TIME, (match, ...found: (string | number | undefined)[]) => {
    const groups = found as (string | undefined)[];
    const [hour = "", separator, minute, second, fraction, half, clock, z, offset] = groups;
    const isAfterDate = separator === "." && AFTER_DATE.test(text.slice(0, Number(found.at(-2))));
    if (!half && !clock && separator !== ":" && separator?.toLowerCase() !== "h" && !isAfterDate)
      return match;
    const ms = timeOfDay(
      Number(hour),
      Number(minute ?? 0),
      Number(second ?? 0),
      half?.toLowerCase(),
    );
    // "09:05-10:00" is more likely a span than an hour on Hawaii.
    const isSpan =
      offset?.startsWith("-") &&
      !second &&
      /\d$/.test(match.slice(0, -offset.length)) &&
      !/^t/i.test(match);
    if (ms === null || isSpan) isBroken = true;
    const fractionMs = Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
    const zones = z ? ["UTC"] : offset ? offsetZone(offset) : null;
    const sinceMidnightMs = (ms ?? 0) + fractionMs;
    times.push({
      ms: sinceMidnightMs,
      slackMs: fraction ? 0 : second ? 999 : 59_999,
      otherMs: half || Number(hour) > 12 ? null : (sinceMidnightMs + DAY_MS / 2) % DAY_MS,
      zones,
    });
    return TIME_MARK;
  });
  return { times, rest, isBroken };
}

function timeOfDay(hour: number, minute: number, second: number, half?: string): number | null {
  if (minute > 59 || second > 59) return null;
  if (hour === 24 && minute + second === 0 && !half) return DAY_MS;
  if (hour > 23 || (half === "a" && hour > 12)) return null;
  const onClock = half && hour <= 12 ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
  return ((onClock * 60 + minute) * 60 + second) * 1000;
}

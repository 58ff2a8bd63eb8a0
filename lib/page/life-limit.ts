import { fold } from "./text";

/** "At most 1 year", "Höchstens 365 Tage", "max. 90 days", "365 days maximum". */
const NUMBER = String.raw`(\d{1,4}|an?|one|two|three|six|twelve|eine[mnrs]?|ein|zwei|drei|sechs|zwölf)`;
const UNIT = `(days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?s?)`;
const MOST = String.raw`(?:at most|up to|no (?:more|longer|later) than|not (?:more|longer|later) than|(?:is |are )?limited to|within(?: the next)?|max(?:\.|imum|imal)?(?: (?:of|is|lifetime|validity|expiry|expiration|period|duration|gültigkeit|laufzeit|ist|beträgt))*:?|höchstens|bis zu|nicht länger als|längstens|innerhalb von)`;
const BEFORE = new RegExp(String.raw`(?:^|[^\p{L}])${MOST} ${NUMBER}[ -]${UNIT}(?!\p{L})`, "u");
const BEHIND = new RegExp(
  String.raw`(?:^|[^\p{L}\d])${NUMBER}[ -]${UNIT} (?:max(?:imum)?|at most|höchstens)(?!\p{L})`,
  "u",
);
/** About something else than what is possible, or about another span. */
const NO_LIMIT =
  /\b(?:recommend\w*|suggest\w*|advis\w*|remind\w*|notif\w*|warn\w*|before|ago|rotat\w*|default\w*|empf\w*|erinner\w*|benachrichtig\w*|vorher|standard\w*)\b/;
const WRITTEN: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, ein: 1, two: 2, zwei: 2, three: 3, drei: 3 },
  ...{ six: 6, sechs: 6, twelve: 12, zwölf: 12 },
};

/**
 * The last end a form's words allow, in epoch ms: counted by the calendar, to the end of that day.
 *
 * @returns `null` when the text sets no such limit.
 */
export function readLifeLimit(text: string, nowMs: number): number | null {
  const words = fold(text);
  if (NO_LIMIT.test(words)) return null;
  const [, number = "", unit = ""] = BEFORE.exec(words) ?? BEHIND.exec(words) ?? [];
  const count = /^\d/.test(number)
    ? Number(number)
    : (WRITTEN[number.replace(/^eine.?$/, "ein")] ?? 0);
  if (count === 0) return null;
  const span = /^[dt]/.test(unit)
    ? { days: count }
    : /^w/.test(unit)
      ? { weeks: count }
      : /^m/.test(unit)
        ? { months: count }
        : { years: count };
  return Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .add(span)
    .with({ hour: 23, minute: 59, second: 59, millisecond: 999 }).epochMilliseconds;
}

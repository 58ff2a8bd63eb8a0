import { DATE_MARK } from "./event-words";
import { TIME_MARK } from "./time-text";

/** What leads from a date to its time, or back, in the languages that write dates in digits we read. */
const LEADS =
  "at|on|by|um|am|den|ab|kl|klo|kello|kell|à|a|las|alle|ore|le|el|il|om|te|op|as|às|o|ob|u|v|w|în|la|в|о|у|lúc|pukul|jam|saat";
/** "14 h", "14:05 Uhr": one may stand behind a time, or before it, where it ends the year. */
const CLOCKS = "uhr|h|hrs?|hours?|ч|г";
/** What tells of the key and not of the time. */
const OF_KEY = String.raw`(?:expir|valid|gültig|läuft|laufzeit|abgelaufen|ablauf|verfällt|befristet|creat|issued|added|generat|erstell|angelegt|ausgestellt|renew|rotat|updat|modif|chang|geändert|aktiv|activ|inactiv|remain|schlüssel)\p{L}*|ends?|endet|until|till|through|bis|from|since|seit|vo[mn]|last|zuletzt|letzte[rn]?|next|used|verwendet|soon|bald|now|left|today|heute|tomorrow|gestern|yesterday|vor|noch|never|nie|not|nicht|and|und|or|oder|but|status|api|key|token|date|datum|this|after|nach|which|is|ist|was|will|wird|be`;
const WEEKDAYS =
  "(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun|diens|mitt|donners|frei|sams|sonn)(?:day|tag|woch|abend)?";
const PLAIN = new RegExp(`^(?:${CLOCKS}|${OF_KEY}|${WEEKDAYS})$`, "u");
const LEAD = new RegExp(`^(?:${LEADS})$`, "u");
const GAP = String.raw`[\s.,:([/'-]*`;
const WORD = String.raw`[\p{L}\p{M}](?:[\p{L}\p{M}'’]|[.-](?=\p{L}))*`;
const BEFORE = new RegExp(`(${WORD})${GAP}$`, "u");
const AFTER = new RegExp(`^${GAP}(?:(?:${CLOCKS})(?!\\p{L})${GAP})?(${WORD})${GAP}(.?)`, "u");

/**
 * Tells for each time taken out of a text whether a word stands right beside it that we do not know: "오후" or
 * "m.d." make another hour of it, "heure du Pacifique" another instant.
 *
 * @param text - In lower case, with marks for the times and for all else that was read.
 */
export function strangeBesideTimes(text: string): boolean[] {
  const [first = "", ...rest] = text.split(TIME_MARK);
  let before = first;
  return rest.map((after) => {
    const [, earlier] = BEFORE.exec(before) ?? [];
    const [, later, then] = AFTER.exec(after) ?? [];
    before = after;
    return (
      (earlier !== undefined && !PLAIN.test(earlier) && !LEAD.test(earlier)) ||
      (later !== undefined && !PLAIN.test(later) && !(then === DATE_MARK && LEAD.test(later)))
    );
  });
}

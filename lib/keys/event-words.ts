/** What a date in a text is about: the key's beginning, its end, something else; `null` where nothing is said. */
export type DateEvent = "created" | "other" | "end" | null;

/** Where a date or a length of time stands in a text. */
export interface Place {
  index: number;
  /** Index behind its last character. */
  end: number;
  /** It is a length of time that has passed ("2 days ago"). */
  isAgo: boolean;
}

/** Stands for each character of a date or a length of time that was read already. */
export const DATE_MARK = "\ue001";

const END =
  "expir\\p{L}*|ends?|ending|until|till|valid to|bis|läuft|abgelaufen|ablauf\\p{L}*|verfällt|endet|befristet";
const CREATED =
  "created|issued|added|generated|made|starts?|started|starting|not before|creation(?: date)?|erstell(?:t|ung|ungsdatum)|angelegt|ausgestellt|erzeugt|hinzugefügt|gültig (?:ab|von|seit)|(?:valid )?(?:from|since)(?= ?\ue001)|(?:vo[nm]|seit)(?= ?\ue001)|beginnt|beginn";
const USED =
  "used|accessed|seen|rotated|renewed|verwendet|genutzt|benutzt|gesehen|rotiert|erneuert";
const OTHER = `(?:last |zuletzt )?(?:${USED})|(?:last|letzte[rnsm]?|next|nächste[rnsm]?) (?!\ue001)\\p{L}+|updated|modified|changed|extended|edited|re(?:freshed|voked|issued|newal)|deactivated|disabled|copied|(?:extend|renew|prolong|verlängern)(?: key)? (?:to|until|till|bis)|(?:not active|inactive|paused|suspended|locked|blocked|gesperrt|pausiert|grace(?: period)?|can be \\p{L}+) (?:until|till|bis)|earliest|no earlier than|frühestens|(?:auto-?)?renews|rotates|rotation|activates|activation|zuletzt|geändert|aktualisiert|bearbeitet|verlängert|widerrufen|remind\\p{L}*|notif\\p{L}*|erinner\\p{L}*|benachricht\\p{L}*|\\p{L}{3,}ed(?=:? (?:(?:on|at|about|over) )?\ue001)`;
const WORD = new RegExp(`(?<!\\p{L})(?:(${END})|(${CREATED})|(?:${OTHER}))(?!\\p{L})`, "gu");
/** Says all by itself, and nothing about the end. */
const NEVER_USED = new RegExp(
  `(?<!\\p{L})(?:(?:never|not(?: yet)?|(?:noch )?nie|(?:noch )?nicht) (?:been )?(?:${USED})|(?:last |zuletzt )?(?:${USED})[\\s:]+(?:never|nie))(?!\\p{L})(?![\\s:]*\ue001)`,
  "gu",
);
/** A last use in the past ("Never, used 2 days ago"), or no use at all and a date of its own. */
const NEVER_OR_USED = new RegExp(`(?<!\\p{L})(?:never|nie) (?:${USED})[\\s:]*(?=\ue001)`, "gu");
const SEPARATOR = /[·•|,;()/\n]/;

/**
 * Tells what each date of a lower-case text is about by the word it stands with: behind it as a rule, or
 * directly before it ("vor 2 Tagen erstellt").
 *
 * @param text - With every date replaced by {@link DATE_MARK}.
 * @param places - In the order of the text.
 * @returns `rest` is the text without what is said of other events; `null` when a word may belong to
 * the date on either side of it, or to none.
 */
export function eventsOf(
  text: string,
  places: Place[],
): { events: DateEvent[]; rest: string; tellsOther: boolean } | null {
  // Most texts are a date and nothing else.
  const hasLetters = /\p{L}/u.test(text);
  const blank = (in_: string, from: number, to: number) =>
    in_.slice(0, from) + " ".repeat(to - from) + in_.slice(to);
  const said = hasLetters ? text.replace(NEVER_USED, (found) => " ".repeat(found.length)) : text;
  for (const { 0: found, index } of said.matchAll(NEVER_OR_USED))
    if (!places.some((place) => place.isAgo && place.index === index + found.length)) return null;
  const words = (hasLetters ? [...said.matchAll(WORD)] : []).map(
    ({ 0: word, 1: end, 2: created, index }) => ({
      index,
      end: index + word.length,
      event: end ? ("end" as const) : created ? ("created" as const) : ("other" as const),
    }),
  );
  const events: DateEvent[] = places.map(() => null);
  let rest = said;
  for (const [i, word] of words.entries()) {
    const nextWord = words[i + 1]?.index ?? said.length;
    const ahead = places.findIndex(({ index }) => index >= word.end && index < nextWord);
    const behind = places.findLastIndex(
      ({ end }) => end <= word.index && /^[\s\ue000]*$/.test(said.slice(end, word.index)),
    );
    const gap = ahead < 0 ? "" : said.slice(word.end, places[ahead]?.index);
    const isBeside = ahead >= 0 && (!SEPARATOR.test(gap) || /^[\s:·-]*$/.test(gap));
    const before = behind < 0 ? undefined : places[behind];
    const isFree = before && events[behind] === null;
    let chosen = ahead;
    if (word.event === "end") {
      if (ahead < 0 && before && !isFree) return null;
      if (ahead < 0 && isFree) chosen = behind;
    } else if (isFree) {
      // "am 4.3. erstellt" claims what stands before it, as does a word that ends its part of the text.
      const mayBeBehind = before.isAgo || /(?:am|on) $/.test(said.slice(0, before.index));
      if (ahead >= 0 && (mayBeBehind || !isBeside)) return null;
      if (ahead < 0) chosen = behind;
    }
    const place = places[chosen];
    if (!place) continue;
    events[chosen] = word.event;
    if (word.event === "end") continue;
    const time = /^[\s,]*(?:(?:at|um) )?\ue000/.exec(said.slice(place.end))?.[0].length ?? 0;
    rest = blank(rest, Math.min(word.index, place.index), Math.max(word.end, place.end + time));
  }
  const tellsOther = words.some(({ event }) => event !== "end");
  return { events, tellsOther, rest: rest.replace(/^[\s·•|,;:()-]+|[\s·•|,;:()-]+$/g, "") };
}

/** Names of months and days, English and German, long, short and as people shorten them. */
const MONTHS = [
  "jan(?:uary?|uar)?|jän(?:ner)?|jaenner",
  "feb(?:r(?:uary?|uar)?)?|feber",
  "mar(?:ch)?|märz?|maerz|mrz",
  "apr(?:il)?",
  "may|mai",
  "june?|juni?",
  "july?|juli?",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "o[ck]t(?:ober)?",
  "nov(?:ember)?",
  "de[cz](?:ember)?",
];
const WEEKDAYS = [
  "sun(?:day)?|so(?:nntag)?",
  "mon(?:day|tag)?|mo",
  "tue(?:s(?:day)?)?|di(?:enstag)?",
  "wed(?:nesday)?|mi(?:ttwoch)?",
  "thu(?:rs?(?:day)?)?|do(?:nnerstag)?",
  "fri(?:day)?|fr(?:eitag)?",
  "sat(?:urday)?|sa(?:mstag)?|sonnabend",
];

/** The source of a pattern that matches any month's name. */
export const MONTH = `(?:${MONTHS.join("|")})`;

const whole = (source: string) => new RegExp(`^(?:${source})$`);
const MONTH_PATTERNS = MONTHS.map(whole);
/** Two letters count only before a dot or comma: "do" and "so" are English words. */
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(?:${WEEKDAYS.join("|")})(?!\\p{L})(?:(?<=\\p{L}{3})|(?=[.,]))`,
  "gu",
);
const WEEKDAY_PATTERNS = WEEKDAYS.map(whole);

/** How the name of every weekday begins. No month's does, and most texts name no day. */
const WEEKDAY_HINT = /su|so|mo|tu|di|we|mi|th|do|fr|sa/;

const monthsByName = new Map<string, number>();

/** 1 for any name of January … 12, as {@link MONTH} finds it. */
export function monthOf(name: string): number {
  const known = monthsByName.get(name);
  if (known !== undefined) return known;
  const month = MONTH_PATTERNS.findIndex((pattern) => pattern.test(name)) + 1;
  monthsByName.set(name, month);
  return month;
}

/** The one weekday that a lower-case text names (0 is Sunday); `null` when it names none or several. */
export function weekdayIn(text: string): number | null {
  if (!WEEKDAY_HINT.test(text)) return null;
  const days = new Set(
    text.match(WEEKDAY)?.map((name) => WEEKDAY_PATTERNS.findIndex((p) => p.test(name))),
  );
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

/** A date fits many times over; whatever is longer is not the text of a date. */
const LONGEST = 300;
/** Nothing in it has another spelling. */
const PLAIN_ALREADY = /^[\x20-\x7e]*$/;
/** They make what stands in the page look different from what the text says. */
const REORDERING = /[\u202b\u202d\u202e\u2067\u200f\u061c]/;
const INVISIBLE =
  /[\u00ad\u200b-\u200e\u202a\u202c\u2060-\u2066\u2068\u2069\ufeff]|\ufe0f|\p{Extended_Pictographic}/gu;

/**
 * One spelling for all the blanks, dashes and digits a page may use.
 *
 * @returns `null` for a text that is too long, or whose characters do not stand where they seem to.
 */
export function plainText(text: string): string | null {
  if (text.length > LONGEST) return null;
  if (PLAIN_ALREADY.test(text)) return text.replace(/ +/g, " ").trim();
  const trimmed = text.replace(/^[\s\u200f\u061c]+|[\s\u200f\u061c]+$/g, "");
  if (REORDERING.test(trimmed)) return null;
  const plain = trimmed
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
  // Marks drawn over letters, and the private characters that stand for what was already read.
  return plain.length > LONGEST || /[\p{M}\p{C}]/u.test(plain) ? null : plain;
}

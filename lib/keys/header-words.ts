import type { DateContext } from "./expiry-reading";

const LEFT =
  /(?<!\p{L})(?:expir\p{L}*|valid|ends?|läuft ab|endet|verfällt) in(?!\p{L})|(?<!\p{L})(?:left|remaining)(?!\p{L})|restlaufzeit|verbleib|noch gültig/iu;
const BOTH_ENDS =
  /(?<!\p{L})(?:valid\p{L}*|gültig\p{L}*|from|vo[nm]|period|zeitraum|laufzeit)(?!\p{L})/iu;

/** Whether a header such as "Expires in" makes a mere length of time the time that is left. */
export function countsWhatIsLeft({ headers = [] }: DateContext): boolean {
  return headers.some((header) => LEFT.test(header));
}

/** Whether a header such as "Validity" makes two dates a beginning and an end. */
export function givesBothEnds({ headers = [] }: DateContext): boolean {
  return headers.some((header) => BOTH_ENDS.test(header));
}

const GERMAN =
  /(?<!\p{L})(?:gültig\p{L}*|ablauf\p{L}*|läuft|verfällt|verfall\p{L}*|endet|befristet|erstell\p{L}*|angelegt|ausgestellt|beschreibung|bezeichnung|titel|zweck|schlüssel)(?!\p{L})/iu;
const ENGLISH =
  /^(?:(?:api|key|token|valid|good|usable|active|validity|until|till|to|through|expir(?:y|es?|ation)|ends?|not|after|before|creat(?:ed|ion)|issued?|added|generated|date|time|timestamp|at|on|in|of|and|description|name|label|title|purpose|alias|notes?|comments?|utc|gmt)[\s:/()&-]*)+$/i;
const FOREIGN =
  /[^\p{ASCII}]|d'|(?<!\p{L})(?:le|el|il|de|du|op|nom|caduca|vence|scade|verloopt)(?!\p{L})/iu;

/** Whether nothing in the headers is written in another language than the page says it is in. */
export function isInItsLanguage({ language, headers = [] }: DateContext): boolean {
  if (headers.length === 0) return true;
  const isGerman = headers.some((header) => GERMAN.test(header));
  if (/^de\b/i.test(language ?? "")) return isGerman;
  if (/^en\b/i.test(language ?? ""))
    return headers.every((header) => ENGLISH.test(header) && !FOREIGN.test(header));
  return !isGerman && !headers.every((header) => ENGLISH.test(header));
}

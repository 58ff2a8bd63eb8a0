/**
 * Abbreviations and the zones they may stand for. Where a name is used for a place all year round although
 * it names only its winter ("CET" in July), both meanings are given; where continents share one, all are.
 */
const ABBREVIATIONS: Record<string, string> = {
  UTC: "UTC",
  GMT: "UTC Europe/London",
  WET: "UTC Europe/Lisbon",
  WEST: "+01:00",
  BST: "+01:00 +06:00",
  CET: "+01:00 Europe/Berlin",
  MEZ: "+01:00 Europe/Berlin",
  CEST: "+02:00",
  MESZ: "+02:00",
  EET: "+02:00 Europe/Athens",
  EEST: "+03:00",
  MSK: "+03:00",
  IST: "+05:30 +01:00 +02:00",
  SGT: "+08:00",
  HKT: "+08:00",
  JST: "+09:00",
  KST: "+09:00",
  AEST: "+10:00 Australia/Sydney",
  AEDT: "+11:00",
  NZST: "+12:00 Pacific/Auckland",
  NZDT: "+13:00",
  EST: "-05:00 America/New_York +10:00",
  EDT: "-04:00",
  ET: "America/New_York",
  CST: "-06:00 America/Chicago +08:00",
  CDT: "-05:00",
  CT: "America/Chicago",
  MST: "-07:00 America/Denver",
  MDT: "-06:00",
  PST: "-08:00 America/Los_Angeles +08:00",
  PDT: "-07:00",
  PT: "America/Los_Angeles",
};

export interface ZoneInText {
  /** Every zone the text may mean: IANA names or offsets. `null`: it names none. */
  zones: string[] | null;
  /** The text without the zone. */
  rest: string;
}

const OFFSET = /(?:utc|gmt) ?([+-]\d{1,2}(?::?\d{2})?)(?![\d:])/i;
const PLACE = /(?<![\p{L}\d/])[a-z]+\/[a-z_]+(?:\/[a-z_]+)?(?![\p{L}\d/])/iu;
const SHORT = /(?<![\p{L}\d])(?:[A-Z]{2,4}|utc|gmt)(?![\p{L}\d])/gu;
/** Only after a time (which {@link findZone}'s caller replaced by `\ue000`) does an unknown name pass for a zone. */
const UNKNOWN = /(?<=\ue000[ (]*)[A-Z]{2,4}T(?![\p{L}\d])/u;
const LONG =
  /(?<=\ue000[ (,]*)[\p{L}][\p{L} -]*?(?:time|zeit)(?!\p{L})|(?:coordinated universal time|koordinierte weltzeit)/iu;

const HALF_OF_DAY = /(?<!\p{L})(?:morning|afternoon|evening|night)(?!\p{L})/iu;

/** Whatever names a zone has one of these; most texts have none. */
const CAPITALS_OR_PLACE = /[A-Z]{2}|\//;
const WORD_OF_ZONES = /utc|gmt|time|zeit/i;

/** The zone a text names, wherever in it. An offset outweighs a name beside it. */
export function findZone(text: string): ZoneInText {
  if (!CAPITALS_OR_PLACE.test(text) && !WORD_OF_ZONES.test(text))
    return { zones: null, rest: text };
  const offset = OFFSET.exec(text);
  if (offset)
    return { zones: offsetZone(offset[1] ?? ""), rest: withoutNames(text.replace(OFFSET, " ")) };
  const place = PLACE.exec(text)?.[0];
  if (place && isZone(place))
    return { zones: [place], rest: withoutNames(text.replace(place, " ")) };
  for (const [name] of text.matchAll(SHORT)) {
    const zones = ABBREVIATIONS[name.toUpperCase()];
    if (zones) return { zones: zones.split(" "), rest: text.replace(name, " ") };
  }
  const long = LONG.exec(text)?.[0];
  if (long) {
    const isLocal = /^(?:local |your |orts|lokal)/i.test(long);
    const zones = isLocal ? null : zonesNamed(long);
    // "in the evening Samoa Time" says more of a time than its zone.
    return { zones, rest: HALF_OF_DAY.test(long) ? text : text.replace(long, " ") };
  }
  return UNKNOWN.test(text)
    ? { zones: ANYWHERE, rest: text.replace(UNKNOWN, " ") }
    : { zones: null, rest: text };
}

/** Takes out what is left of a zone's name once its offset is known, such as "(Central European Time)", but no length of time. */
export function withoutNames(text: string): string {
  return text.replace(/\((?!\d)[^()\ue002]*\)/g, " ");
}

/** A zone we know nothing of lies between these. Compared by identity. */
export const ANYWHERE = ["-12:00", "+14:00"];

/** `+5`, `+0530` or `+05:30` as Temporal spells it; no place is further than 14 hours from Greenwich. */
export function offsetZone(offset: string): string[] {
  const [, sign = "+", hours = "", minutes = "00"] =
    /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  if (Number(hours) > 14 || Number(minutes) > 59) return ANYWHERE;
  const zone = `${sign}${hours.padStart(2, "0")}:${minutes}`;
  return [/^.00:00$/.test(zone) ? "UTC" : zone];
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const NAMED =
  "UTC Europe/London Europe/Berlin Europe/Athens Europe/Lisbon Europe/Moscow Asia/Kolkata Asia/Tokyo Asia/Singapore Australia/Sydney America/New_York America/Chicago America/Denver America/Los_Angeles";
let zonesByName: Map<string, string> | null = null;

/** Long names are the browser's own: asked once, when a page first uses one. */
function zonesNamed(name: string): string[] {
  zonesByName ??= longNames();
  const zone = zonesByName.get(name.toLowerCase().trim());
  return zone ? [zone] : ANYWHERE;
}

function longNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const timeZone of NAMED.split(" "))
    for (const language of ["en-US", "de"])
      for (const timeZoneName of ["long", "longGeneric"] as const)
        for (const month of [0, 6]) {
          const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts(
            Date.UTC(2026, month, 15),
          );
          const name = parts.find(({ type }) => type === "timeZoneName")?.value.toLowerCase();
          if (name && !names.has(name)) names.set(name, timeZone);
        }
  return names;
}

import { t, tn } from "../words/words";
import type { KeyEnd } from "./api-key";
import { aboutChanges, aboutWords } from "./badge-about";
import { type Dates, datesIn, written } from "./badge-dates";
import type { ExpiryReading, Reading } from "./expiry-reading";
import { SOON_MS, stateOf, URGENT_MS } from "./key-state";
import { DAY_MS, dayNumber, startOfDay, wallClock } from "./zone-clock";

/** Where a key stands at one instant. */
export type BadgeState = "valid" | "soon" | "urgent" | "expired" | "never" | "unclear" | "unknown";

export interface Badge {
  state: BadgeState;
  /** What a person reads, such as "Expires in 12 days". */
  words: string;
  /** The instant in local time with its zone and in UTC, or why there is none. */
  title: string;
  /** Epoch milliseconds at which state or words change next; `null` when they never do. */
  changesAtMs: number | null;
}

/**
 * The badge of a key whose end is known. Days are 24 hours and rounded down, but the day of the end itself
 * reads "today".
 *
 * @param zone - IANA name of the browser's zone.
 */
export function badgeOfEnd(end: KeyEnd, nowMs: number, zone: string): Badge {
  if (end.kind === "never") return badgeOf({ kind: "never" }, nowMs, zone);
  const atMs = end.kind === "at" ? Date.parse(end.at) : Number.NaN;
  if (Number.isNaN(atMs)) return badgeOf({ kind: "unreadable" }, nowMs, zone);
  const reading: Reading = { atMs, isWholeDay: false, zone };
  return badgeOf({ kind: "instants", readings: [reading] }, nowMs, zone);
}

/** The badge of a row. Several readings share a state only when each of them has it. */
export function badgeOf(expiry: ExpiryReading, nowMs: number, zone: string): Badge {
  if (expiry.kind === "never") return plain("never", t("badge.never"), t("badge.neverTitle"));
  if (expiry.kind === "unreadable")
    return plain("unknown", t("badge.unknown"), t("badge.unknownTitle"));
  if (expiry.kind === "past")
    return plain("expired", t("badge.expiredSometime"), t("badge.expiredSometimeTitle"));
  const { readings, isSpan = false, aboutMs } = expiry;
  const dates = datesIn(zone, t("locale"));
  const [first, ...others] = readings;
  const wallMs = wallClock(first.zone, first.atMs);
  const isZoneOnly = others.every((other) => wallClock(other.zone, other.atMs) === wallMs);
  const say = (ms: number) => sayAt(expiry, isZoneOnly, ms, zone, dates);
  const said = say(nowMs);
  const title = titleOf(readings, isSpan, said.state === "unclear", zone, dates);
  const changesAtMs = [
    ...changes(first, nowMs, zone),
    // In other zones only the state counts: the words are those of the browser's.
    ...others.flatMap((other) => (isZoneOnly ? stateChanges(other) : changes(other, nowMs, zone))),
    ...(aboutMs === undefined ? [] : aboutChanges(aboutMs, nowMs)),
  ]
    .filter((ms) => ms > nowMs)
    .sort((a, b) => a - b)
    .find((ms) => {
      const then = say(ms);
      return then.state !== said.state || then.words !== said.words;
    });
  return { ...said, title, changesAtMs: changesAtMs ?? null };
}

function plain(state: BadgeState, words: string, title: string): Badge {
  return { state, words, title, changesAtMs: null };
}

function stateAt({ atMs }: Reading, nowMs: number): BadgeState {
  return stateOf(atMs - nowMs);
}

function wordsAt({ atMs }: Reading, nowMs: number, zone: string): string {
  const isOver = atMs < nowMs;
  if (dayNumber(zone, atMs) === dayNumber(zone, nowMs))
    return t(isOver ? "badge.expiredToday" : "badge.expiresToday");
  const days = Math.max(1, Math.floor(Math.abs(atMs - nowMs) / DAY_MS));
  return t(isOver ? "badge.expired" : "badge.expires", tn("badge.days", days));
}

function stateChanges({ atMs }: Reading): number[] {
  return [atMs - SOON_MS, atMs - URGENT_MS, atMs + 1];
}

/** Every instant near `nowMs` at which state or words of this reading may change. */
function changes(reading: Reading, nowMs: number, zone: string): number[] {
  const { atMs } = reading;
  const days = Math.floor(Math.abs(atMs - nowMs) / DAY_MS);
  const found = stateChanges(reading);
  for (let n = days - 1; n <= days + 2; n++)
    found.push(atMs > nowMs ? atMs - n * DAY_MS + 1 : atMs + n * DAY_MS);
  if (days > 2) return found;
  const lastDay = dayNumber(zone, atMs);
  return [...found, startOfDay(zone, lastDay), startOfDay(zone, lastDay + 1)];
}

function sayAt(
  expiry: ExpiryReading & { kind: "instants" },
  isZoneOnly: boolean,
  nowMs: number,
  zone: string,
  dates: Dates,
): { state: BadgeState; words: string } {
  const { readings, isSpan = false, aboutMs } = expiry;
  const [first, ...others] = readings;
  const state = stateAt(first, nowMs);
  const about = aboutMs === undefined ? null : aboutWords(aboutMs, nowMs);
  if (others.some((other) => stateAt(other, nowMs) !== state)) {
    const words = about ?? named(readings, isSpan, isZoneOnly, zone, dates);
    return { state: "unclear", words: t("badge.unclear", words) };
  }
  const words = wordsAt(first, nowMs, zone);
  if (isZoneOnly || others.every((other) => wordsAt(other, nowMs, zone) === words))
    return { state, words };
  const when = about ?? named(readings, isSpan, false, zone, dates);
  return { state, words: t(state === "expired" ? "badge.expiredOn" : "badge.expiresOn", when) };
}

/** "4 Mar or 3 Apr 2027"; "4 Mar 2027, 14:05 or 15:05" where only the zone is in doubt. */
function named(
  readings: Reading[],
  isSpan: boolean,
  isZoneOnly: boolean,
  zone: string,
  dates: Dates,
): string {
  const ordered = [...readings].sort((a, b) => a.atMs - b.atMs);
  const local = ordered.map(({ atMs }) => wallClock(zone, atMs));
  // In another order the text shows another day; that day is named, whatever the zone.
  const shown = isZoneOnly || isSpan ? local : ordered.map((r) => wallClock(r.zone, r.atMs));
  const days = [...new Set(shown.map((ms) => Math.floor(ms / DAY_MS) * DAY_MS))];
  if (days.length > 1 && !isZoneOnly) {
    const isOneYear = new Set(days.map((ms) => new Date(ms).getUTCFullYear())).size === 1;
    const texts = days.map((ms, i) => dates.day(ms, !isOneYear || i === days.length - 1));
    return isSpan ? between(texts) : inWords(texts);
  }
  const times = [...new Set(local)].map((ms, i) => {
    const isSameDay = i > 0 && Math.floor(ms / DAY_MS) === Math.floor((local[0] ?? 0) / DAY_MS);
    const time = dates.time(ms);
    return isSameDay ? time : `${dates.day(ms)}, ${time}`;
  });
  return isSpan ? between(times) : inWords([...new Set(times)]);
}

function between([from = "", to = ""]: string[]): string {
  return t("badge.between", from, to);
}

function inWords(texts: string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : t("badge.or", texts.slice(0, -1).join(", "), last);
}

function titleOf(
  readings: Reading[],
  isSpan: boolean,
  isUnclear: boolean,
  zone: string,
  dates: Dates,
): string {
  const walls = new Set<number>();
  const isOtherWall = ({ zone, atMs }: Reading) => {
    const wall = wallClock(zone, atMs);
    return !walls.has(wall) && walls.add(wall);
  };
  // Where the zone makes no difference to the state, the browser's own is meant.
  const named = isSpan || isUnclear ? [...readings] : readings.filter(isOtherWall);
  const texts = named
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs }) => {
      const local = `${written(wallClock(zone, atMs), dates)} ${dates.zoneName(atMs)}`;
      return `${local} (${written(atMs, dates)} UTC)`;
    });
  if (isSpan) return between(texts);
  const isWholeDay = readings.every((reading) => reading.isWholeDay);
  const isZoneOpen = new Set(readings.map(({ zone }) => zone)).size > 1;
  const instants = inWords(texts);
  if (isWholeDay) return t("badge.endOfDay", instants);
  return isZoneOpen ? t("badge.noZone", instants) : instants;
}

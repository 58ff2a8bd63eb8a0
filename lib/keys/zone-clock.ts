/** The wall clock of a zone, in whole numbers: asking Temporal for each row of a long list would be slow. */

export const DAY_MS = 86_400_000;

/** A time in which a zone's clocks are not set: from the first to before the last instant, in epoch ms. */
interface Stretch {
  fromMs: number;
  toMs: number;
  offsetMs: number;
}

/** Stretches met so far, by zone. The ends of thousands of keys lie in three or four of them. */
const stretchesByZone = new Map<string, Stretch[]>();
const MOST_STRETCHES = 400;

/** What a clock in `zone` (IANA name or `+05:30`) is ahead of UTC at that instant, in ms. */
export function offsetAt(zone: string, atMs: number): number {
  if (zone === "UTC") return 0;
  const stretches = stretchesByZone.get(zone) ?? [];
  stretchesByZone.set(zone, stretches);
  for (const { fromMs, toMs, offsetMs } of stretches)
    if (atMs >= fromMs && atMs < toMs) return offsetMs;
  const met = stretchAround(zone, atMs);
  if (stretches.length >= MOST_STRETCHES) stretches.length = 0;
  stretches.push(met);
  return met.offsetMs;
}

/** What the clock on the wall shows: epoch ms as if the zone were UTC. */
export function wallClock(zone: string, atMs: number): number {
  return atMs + offsetAt(zone, atMs);
}

/**
 * The instants at which a clock in `zone` shows `wallMs`: two when clocks were set back over it, none when
 * they were set forward past it.
 */
export function instantsShowing(zone: string, wallMs: number): number[] {
  if (zone === "UTC") return [wallMs];
  const day = Math.floor(wallMs / DAY_MS);
  const before = offsetAt(zone, (day - 1) * DAY_MS);
  const after = offsetAt(zone, (day + 2) * DAY_MS);
  if (before === after) return [wallMs - before];
  return [before, after]
    .map((offset) => ({ offset, atMs: wallMs - offset }))
    .filter(({ offset, atMs }) => offsetAt(zone, atMs) === offset)
    .map(({ atMs }) => atMs)
    .sort((a, b) => a - b);
}

/** Number of the calendar day (days since 1970-01-01) on which the instant falls in `zone`. */
export function dayNumber(zone: string, atMs: number): number {
  return Math.floor(wallClock(zone, atMs) / DAY_MS);
}

/** First instant of that calendar day in `zone`. A day whose midnight was skipped starts where it starts. */
export function startOfDay(zone: string, day: number): number {
  const [first] = instantsShowing(zone, day * DAY_MS);
  return first ?? day * DAY_MS - offsetAt(zone, (day - 1) * DAY_MS);
}

/** Last millisecond of that calendar day in `zone`. */
export function endOfDay(zone: string, day: number): number {
  return startOfDay(zone, day + 1) - 1;
}

function stretchAround(zone: string, atMs: number): Stretch {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(atMs)).toZonedDateTimeISO(zone);
  const next = local.getTimeZoneTransition("next");
  // The last one before an instant; one that falls on `atMs` counts as well.
  const last = local.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  return {
    fromMs: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    toMs: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: local.offsetNanoseconds / 1e6,
  };
}

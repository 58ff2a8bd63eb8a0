/** The wall clock of a zone, in whole numbers: asking Temporal for each row of a long list would be slow. */

export const DAY_MS = 86_400_000;

/** Offsets at the start of a UTC day, by zone. Thousands of rows share a few hundred days. */
const offsetsByDay = new Map<string, Map<number, number>>();

/** What a clock in `zone` (IANA name or `+05:30`) is ahead of UTC at that instant, in ms. */
export function offsetAt(zone: string, atMs: number): number {
  if (zone === "UTC") return 0;
  const day = Math.floor(atMs / DAY_MS);
  const before = offsetOnDay(zone, day);
  return before === offsetOnDay(zone, day + 1) ? before : exactOffset(zone, atMs);
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
  const before = offsetOnDay(zone, day - 1);
  const after = offsetOnDay(zone, day + 2);
  if (before === after) return [wallMs - before];
  return [before, after]
    .map((offset) => ({ offset, atMs: wallMs - offset }))
    .filter(({ offset, atMs }) => exactOffset(zone, atMs) === offset)
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

function offsetOnDay(zone: string, day: number): number {
  const offsets = offsetsByDay.get(zone) ?? new Map<number, number>();
  offsetsByDay.set(zone, offsets);
  const known = offsets.get(day);
  if (known !== undefined) return known;
  if (offsets.size > 20_000) offsets.clear();
  const offset = exactOffset(zone, day * DAY_MS);
  offsets.set(day, offset);
  return offset;
}

function exactOffset(zone: string, atMs: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  return local.offsetNanoseconds / 1e6;
}

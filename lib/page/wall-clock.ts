/** A date and time as a wall clock shows it. Months and days from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** @param zone - IANA name or `+05:30`; the browser's unless told. */
export function wallTimeOf(atMs: number, zone = browserZone()): WallTime {
  const { year, month, day, hour, minute } =
    Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  return { year, month, day, hour, minute };
}

/**
 * The instant a wall clock means, in epoch ms; `null` for one that clocks skip. Of a time they show
 * twice it is the first, as browsers read it.
 */
export function instantOf(wall: WallTime, zone = browserZone()): number | null {
  const at = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
  return isSameTime(wallTimeOf(at, zone), wall) ? at : null;
}

export function browserZone(): string {
  return Temporal.Now.timeZoneId();
}

export function isSameTime(a: WallTime, b: WallTime): boolean {
  return (
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day &&
    a.hour === b.hour &&
    a.minute === b.minute
  );
}

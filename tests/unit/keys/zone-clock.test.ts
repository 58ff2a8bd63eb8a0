import { describe, expect, it } from "vitest";
import { offsetAt } from "../../../lib/keys/zone-clock";

const DAY_MS = 86_400_000;
/** Clocks set twice a year, by half an hour, across a whole day, around Ramadan, not any more, never. */
const ZONES = [
  ...["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"],
  ...["Africa/Casablanca", "Asia/Tehran", "America/Sao_Paulo", "Asia/Kolkata", "+05:30"],
];

/** What the browser itself says of one instant, asked for it alone. */
function spoken(zone: string, atMs: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  return local.offsetNanoseconds / 1e6;
}

describe.each(ZONES)("the clock of %s", (zone) => {
  it("is ahead of UTC by what the browser says, from 1990 to 2100, in whatever order it is asked", () => {
    const instants: number[] = [];
    for (let atMs = Date.UTC(1990, 0); atMs < Date.UTC(2100, 0); atMs += 9.7 * DAY_MS)
      instants.push(Math.floor(atMs));
    const mixed = instants.map((_, at) => instants[(at * 7919) % instants.length] ?? 0);
    const wrong = mixed.filter((atMs) => offsetAt(zone, atMs) !== spoken(zone, atMs));
    expect(wrong).toEqual([]);
  });

  it("is right in the millisecond in which clocks are set, and in the one before", () => {
    const wrong: number[] = [];
    let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2020, 0)).toZonedDateTimeISO(zone);
    for (
      let next = at.getTimeZoneTransition("next");
      next;
      next = at.getTimeZoneTransition("next")
    ) {
      if (next.epochMilliseconds > Date.UTC(2045, 0)) break;
      for (const atMs of [next.epochMilliseconds, next.epochMilliseconds - 1])
        if (offsetAt(zone, atMs) !== spoken(zone, atMs)) wrong.push(atMs);
      at = next;
    }
    expect(wrong).toEqual([]);
  });
});

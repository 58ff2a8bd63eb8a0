import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badgeOf, badgeOfEnd } from "../../../lib/keys/badge";
import type { ExpiryReading, Reading } from "../../../lib/keys/expiry-reading";
import { DAY_MS, endOfDay } from "../../../lib/keys/zone-clock";

const ZONE = "Europe/Berlin";
const AT = "2027-03-04T12:00:00Z";
const AT_MS = Date.parse(AT);
const HOUR_MS = DAY_MS / 24;

const at = (atMs: number, zone = ZONE, isWholeDay = false): Reading => ({ atMs, zone, isWholeDay });
const wholeDay = (day: string) => at(endOfDay(ZONE, Date.parse(day) / DAY_MS), ZONE, true);
const several = (...readings: [Reading, ...Reading[]]): ExpiryReading => ({
  kind: "instants",
  readings,
});
const ending = (nowMs: number) => badgeOfEnd({ kind: "at", at: AT, from: "token" }, nowMs, ZONE);

describe("one known end", () => {
  it.each([
    ["a year before", -365 * DAY_MS, "valid", "Expires in 365 days"],
    ["a millisecond more than 30 days before", -30 * DAY_MS - 1, "valid", "Expires in 30 days"],
    ["exactly 30 days before", -30 * DAY_MS, "soon", "Expires in 30 days"],
    ["a millisecond more than 7 days before", -7 * DAY_MS - 1, "soon", "Expires in 7 days"],
    ["exactly 7 days before", -7 * DAY_MS, "urgent", "Expires in 7 days"],
    ["36 hours before", -36 * HOUR_MS, "urgent", "Expires in 1 day"],
    ["on the evening before", -14 * HOUR_MS, "urgent", "Expires in 1 day"],
    ["on the same morning", -5 * HOUR_MS, "urgent", "Expires today"],
    ["at its last moment", 0, "urgent", "Expires today"],
    ["a millisecond later", 1, "expired", "Expired today"],
    ["that night", 11 * HOUR_MS, "expired", "Expired 1 day ago"],
    ["three days later", 3 * DAY_MS, "expired", "Expired 3 days ago"],
  ])("reads %s", (_, afterMs, state, words) => {
    expect(ending(AT_MS + afterMs)).toMatchObject({ state, words });
  });

  it("shows the instant in local time with its zone, and in UTC", () => {
    expect(ending(0).title).toBe("4 Mar 2027, 13:00 CET (4 Mar 2027, 12:00 UTC)");
  });

  it("says when there is no end, or none that could be read", () => {
    expect(badgeOfEnd({ kind: "never", from: "console" }, 0, ZONE)).toMatchObject({
      state: "never",
      words: "No expiry",
      changesAtMs: null,
    });
    for (const end of [
      { kind: "unknown" } as const,
      { kind: "at", at: "soon", from: "person" } as const,
    ])
      expect(badgeOfEnd(end, 0, ZONE)).toMatchObject({
        state: "unknown",
        words: "Expiry not readable",
        changesAtMs: null,
      });
  });

  it("lasts to the end of a day that has no time", () => {
    const badge = (now: string) => badgeOf(several(wholeDay("2027-03-04")), Date.parse(now), ZONE);
    expect(badge("2027-03-04T23:59:59+01:00")).toMatchObject({
      state: "urgent",
      words: "Expires today",
    });
    expect(badge("2027-03-05T00:00:00+01:00")).toMatchObject({
      state: "expired",
      words: "Expired 1 day ago",
    });
    expect(badge("2027-03-03T00:00:00+01:00").words).toBe("Expires in 1 day");
  });
});

describe("several readings", () => {
  const order = several(wholeDay("2027-04-03"), wholeDay("2027-03-04"));

  it("name both days where the states differ", () => {
    expect(badgeOf(order, Date.parse("2027-03-01T10:00:00Z"), ZONE)).toMatchObject({
      state: "unclear",
      words: "Expiry unclear: 4 Mar or 3 Apr 2027",
    });
  });
  it("name both days where the state is the same", () => {
    expect(badgeOf(order, Date.parse("2026-03-01T10:00:00Z"), ZONE)).toMatchObject({
      state: "valid",
      words: "Expires 4 Mar or 3 Apr 2027",
    });
    expect(badgeOf(order, Date.parse("2028-03-01T10:00:00Z"), ZONE)).toMatchObject({
      state: "expired",
      words: "Expired 4 Mar or 3 Apr 2027",
    });
  });
  it("name the years where they differ", () => {
    const far = several(wholeDay("2027-01-02"), wholeDay("2028-02-01"));
    expect(badgeOf(far, Date.parse("2026-01-01T10:00:00Z"), ZONE).words).toBe(
      "Expires 2 Jan 2027 or 1 Feb 2028",
    );
  });
  it("follow the browser's zone where others mean the same state", () => {
    const zones = several(at(AT_MS), at(AT_MS + HOUR_MS, "UTC"));
    expect(badgeOf(zones, AT_MS - 40 * DAY_MS, ZONE)).toMatchObject({
      state: "valid",
      words: "Expires in 40 days",
    });
    expect(badgeOf(zones, AT_MS + HOUR_MS / 2, ZONE)).toMatchObject({
      state: "unclear",
      words: "Expiry unclear: 4 Mar 2027, 13:00 or 14:00",
    });
  });
  it("are a length of time where the page gives no more", () => {
    const span = (fromDays: number, toDays: number) => {
      const ends = [fromDays, toDays].map((n) => at(AT_MS + n * DAY_MS)) as [Reading, Reading];
      const aboutMs = AT_MS + ((fromDays + toDays) / 2) * DAY_MS;
      const expiry: ExpiryReading = { kind: "instants", isSpan: true, aboutMs, readings: ends };
      return badgeOf(expiry, AT_MS, ZONE).words;
    };
    expect(span(75, 106)).toBe("Expires in about 3 months");
    expect(span(11.5, 12.5)).toBe("Expires in about 12 days");
    expect(span(183, 548)).toBe("Expires in about 12 months");
    expect(span(548, 913)).toBe("Expires in about 2 years");
    expect(span(-106, -75)).toBe("Expired about 3 months ago");
    expect(span(6, 8)).toBe("Expiry unclear: in about 7 days");
  });
  it("are the ends of a span where the page names a month", () => {
    const expiry: ExpiryReading = {
      kind: "instants",
      isSpan: true,
      readings: [wholeDay("2027-05-01"), wholeDay("2027-05-31")],
    };
    expect(badgeOf(expiry, AT_MS, ZONE).words).toBe("Expires between 1 May and 31 May 2027");
    expect(badgeOf(expiry, AT_MS + 40 * DAY_MS, ZONE).words).toBe(
      "Expiry unclear: between 1 May and 31 May 2027",
    );
  });
});

it("says that a key has expired where the console does not say when", () => {
  expect(badgeOf({ kind: "past" }, AT_MS, ZONE)).toMatchObject({
    state: "expired",
    words: "Expired",
    changesAtMs: null,
  });
});

it("says when it changes next: not before, and then it does", () => {
  const zone = fc.constantFrom(
    "Europe/Berlin",
    "UTC",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
  );
  const minutes = fc.integer({ min: -100 * 24 * 60, max: 100 * 24 * 60 });
  fc.assert(
    fc.property(
      fc.array(minutes, { minLength: 1, maxLength: 3 }),
      zone,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      (lefts, local, part, isSpan) => {
        const nowMs = AT_MS;
        const [first = 0, ...rest] = lefts;
        const reading = (n: number) => at(nowMs + n * 60_000, local);
        const readings = several(reading(first), ...rest.map(reading));
        const aboutMs = nowMs + first * 60_000;
        const expiry = isSpan ? { ...readings, isSpan: true as const, aboutMs } : readings;
        const badge = badgeOf(expiry, nowMs, local);
        const look = (ms: number) => {
          const { state, words } = badgeOf(expiry, ms, local);
          return `${state} ${words}`;
        };
        const untilMs = badge.changesAtMs ?? nowMs + 800 * DAY_MS;
        expect(untilMs).toBeGreaterThan(nowMs);
        expect(look(nowMs + Math.floor((untilMs - nowMs - 1) * part))).toBe(look(nowMs));
        expect(look(untilMs - 1)).toBe(look(nowMs));
        if (badge.changesAtMs !== null) expect(look(untilMs)).not.toBe(look(nowMs));
      },
    ),
    { numRuns: 2_000 },
  );
});

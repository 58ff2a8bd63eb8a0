import { array, constant, integer, oneof, property, assert as propertyAssert } from "fast-check";
import { describe, expect, it } from "vitest";
import { forecast } from "../../../../lib/tasks/figures/forecast";

const TB = 1e12;
/** 30 days up to the 30th of a month with 30 days, growing evenly. */
const growing = (start: number, perDay: number) =>
  Array.from({ length: 30 }, (_, at) => start + perDay * at);

describe("a forecast", () => {
  it("tells the days until the reserved capacity is full", () => {
    const pool = { limitBytes: 100 * TB, used: growing(31 * TB, TB) };
    const figures = forecast(pool, [], 1, "2026-11-30");
    expect(figures?.daysUntilFull).toEqual({ soonest: 40, latest: 40 });
  });

  it("says so when the pace never fills it", () => {
    const pool = { limitBytes: 100 * TB, used: growing(50 * TB, -TB) };
    expect(forecast(pool, [], 1, "2026-11-30")?.daysUntilFull).toEqual({
      soonest: null,
      latest: null,
    });
  });

  it("reckons the fee of a finished month exactly: 10 TB above, at 1 cent, is 100 in money", () => {
    const pool = { limitBytes: 100 * TB, used: growing(110 * TB, 0) };
    expect(forecast(pool, [], 1, "2026-11-30")?.feeCents).toEqual({ low: 10_000, high: 10_000 });
  });

  it("expects nothing while nothing is above", () => {
    const pool = { limitBytes: 100 * TB, used: growing(10 * TB, 0) };
    expect(forecast(pool, [pool], 1, "2026-11-30")?.feeCents).toEqual({ low: 0, high: 0 });
  });

  it("spans both readings: above the contract, and above each partner's allocation", () => {
    const contract = { limitBytes: 100 * TB, used: growing(60 * TB, 0) };
    const partners = [
      { limitBytes: 50 * TB, used: growing(60 * TB, 0) },
      { limitBytes: 50 * TB, used: growing(0, 0) },
    ];
    expect(forecast(contract, partners, 1, "2026-11-30")?.feeCents).toEqual({
      low: 0,
      high: 10_000,
    });
  });

  it("carries the trend to the end of a month that has just begun", () => {
    const used = growing(71 * TB, TB);
    const figures = forecast({ limitBytes: 100 * TB, used }, [], 1, "2026-11-01");
    // 100 TB on the 1st, then one more each day: 0 + 1 + … + 29 = 435 TB-days in 30 days.
    expect(figures?.feeCents?.high).toBeCloseTo((435 / 30) * 1000, 6);
    expect(figures).toMatchObject({ knownDays: 1, daysInMonth: 30 });
  });

  it("gives no price without one, and nothing at all without figures", () => {
    const pool = { limitBytes: TB, used: growing(TB, 0) };
    expect(forecast(pool, [], null, "2026-11-30")?.feeCents).toBeNull();
    expect(forecast({ limitBytes: TB, used: [null, 5] }, [], 1, "2026-11-30")).toBeNull();
  });

  it("is always a range with sound numbers, whatever days are missing", () => {
    const bytes = oneof(constant(null), integer({ min: 0, max: 1e15 }));
    propertyAssert(
      property(array(bytes, { maxLength: 30 }), integer({ min: 0, max: 1e15 }), (used, limit) => {
        const pool = { limitBytes: limit, used };
        const figures = forecast(pool, [pool], 0.78, "2026-02-14");
        if (figures === null) return;
        const { feeCents, growthBytesPerDay: growth } = figures;
        expect(feeCents?.low).toBeGreaterThanOrEqual(0);
        expect(feeCents?.high).toBeGreaterThanOrEqual(feeCents?.low ?? 0);
        expect(Number.isFinite(feeCents?.high)).toBe(true);
        expect(growth.high).toBeGreaterThanOrEqual(growth.low);
      }),
    );
  });
});

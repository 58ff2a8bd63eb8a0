import { array, integer, property, assert as propertyAssert } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUsages } from "../../../../lib/api/usage";
import { monthFigures } from "../../../../lib/tasks/figures/month-figures";
import { usageCsv, usageJson } from "../../../../lib/tasks/figures/usage-file";
import { latest, sumUsage } from "../../../../lib/tasks/figures/usage-series";

const RANGE = { from: "2026-11-01", to: "2026-11-04" };
const account = (name: string, daily: [day: number, usage: unknown][]) => ({
  name,
  client_id: `id of ${name}`,
  allocated_capacity: 10,
  daily_usage: daily.map(([day, usage]) => ({
    date: `2026-11-0${day}`,
    usage,
    allocated_capacity: 10,
  })),
});
const parsed = (...accounts: unknown[]) => parseUsages(accounts).items;

describe("usage of several accounts", () => {
  it("is added up day by day, with gaps where nothing came", () => {
    const usages = parsed(
      account("a", [
        [1, 5],
        [2, 6],
      ]),
      account("b", [[2, 7]]),
    );
    const series = sumUsage(usages, RANGE);
    expect(series.usedBytes).toEqual([5n, 13n, null, null]);
    expect(latest(series)).toEqual({ day: "2026-11-02", bytes: 13n });
  });

  it("names the days on which an account has a hole, since the sum is too low there", () => {
    const usages = parsed(
      account("a", [
        [1, 5],
        [2, "lots"],
        [3, 5],
      ]),
    );
    expect(sumUsage(usages, RANGE).incompleteDays).toEqual(["2026-11-02"]);
  });

  it("never counts a day twice", () => {
    expect(
      sumUsage(
        parsed(
          account("a", [
            [1, 5],
            [1, 5],
          ]),
        ),
        RANGE,
      ).usedBytes[0],
    ).toBe(5n);
  });

  it("stays exact beyond what numbers can hold", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const many = Array.from({ length: 1000 }, (_, at) => account(`a${at}`, [[1, most]]));
    expect(sumUsage(parsed(...many), RANGE).usedBytes[0]).toBe(BigInt(most) * 1000n);
  });

  it("goes into files with raw bytes beside terabytes, empty where nothing was sent", () => {
    const usages = parsed(
      account("=a", [
        [1, 1_500_000_000_000],
        [2, null],
      ]),
    );
    expect(usageCsv(usages, "de-DE").split("\r\n").slice(1, 3)).toEqual([
      `"'=a";"id of =a";"2026-11-01";1500000000000;1,5;10;0,00000000001`,
      `"'=a";"id of =a";"2026-11-02";;;10;0,00000000001`,
    ]);
    expect(JSON.parse(usageJson(usages, RANGE, "now")).accounts[0].days[1].usedBytes).toBeNull();
  });
});

describe("the figures of a month", () => {
  it("are average, peak and the last day that has one", () => {
    const perDay = new Map([
      ["2026-11-01", 10n],
      ["2026-11-02", 30n],
      ["2026-12-01", 99n],
    ]);
    expect(monthFigures(perDay, "2026-11")).toEqual({
      averageBytes: 20n,
      peakBytes: 30n,
      endBytes: 30n,
      knownDays: 2,
      daysInMonth: 30,
    });
  });

  it("never lie outside what was stored", () => {
    propertyAssert(
      property(
        array(integer({ min: 0, max: 2 ** 52 }), { minLength: 1, maxLength: 28 }),
        (days) => {
          const perDay = new Map(
            days.map((bytes, at) => [`2026-02-${String(at + 1).padStart(2, "0")}`, BigInt(bytes)]),
          );
          const { averageBytes, peakBytes } = monthFigures(perDay, "2026-02");
          expect(peakBytes).toBe(BigInt(Math.max(...days)));
          expect(averageBytes ?? -1n).toBeGreaterThanOrEqual(BigInt(Math.min(...days)));
          expect(averageBytes ?? 0n).toBeLessThanOrEqual(peakBytes ?? 0n);
        },
      ),
    );
  });
});

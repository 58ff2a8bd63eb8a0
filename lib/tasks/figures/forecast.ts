import { addDays, dayMs, daysOf, monthRange } from "./days";

/** One pool of capacity and what was stored in it, day by day up to `lastDay`. */
export interface Pool {
  /** Bytes paid for already; what is stored above it costs the excess price. */
  limitBytes: number;
  /** Oldest first, ending at `lastDay`; `null` without a figure. Bytes. */
  used: (number | null)[];
}

export interface Range {
  low: number;
  high: number;
}

export interface Forecast {
  /** Bytes a day, by the trends over the last 7, 14 and 30 days; the slowest and the fastest. */
  growthBytesPerDay: Range;
  /**
   * Days until the contract's reserved capacity is used up. `null` for an end that never comes at
   * that pace; 0 when it is full already.
   */
  daysUntilFull: { soonest: number | null; latest: number | null };
  /** Cents of the contract's currency for the running month; `null` without a price. */
  feeCents: Range | null;
  /** Days of the running month that are known, and all of them. */
  knownDays: number;
  daysInMonth: number;
}

const TREND_DAYS = [7, 14, 30];
const BYTES_PER_GB = 1e9;

/**
 * Looks ahead from daily usage. Whether the vendor counts what is above the contract's reserved
 * capacity or above each partner's allocation is not published, so the fee spans both readings and
 * the slowest and fastest recent trend:
 *
 *     fee = Σ over the month's days of max(0, stored − limit) ÷ 10⁹ × price ÷ days of the month
 *
 * @returns `null` with fewer than two days of figures.
 */
export function forecast(
  contract: Pool,
  partners: readonly Pool[],
  centsPerGbMonth: number | null,
  lastDay: string,
): Forecast | null {
  const trends = trendsOf(contract.used);
  if (trends === null) return null;
  const growth = { low: Math.min(...trends), high: Math.max(...trends) };
  const days = daysOf(monthRange(lastDay.slice(0, 7)));
  const knownDays = contract.used.filter(
    (bytes, at) =>
      bytes !== null && addDays(lastDay, at + 1 - contract.used.length) >= (days[0] ?? ""),
  ).length;
  const readings = [[contract], partners].filter((pools) => pools.length > 0);
  const fees = readings.flatMap((pools) => [
    feeOf(pools, lastDay, (trend) => trend.low),
    feeOf(pools, lastDay, (trend) => trend.high),
  ]);
  return {
    growthBytesPerDay: growth,
    daysUntilFull: {
      soonest: daysUntil(contract, growth.high),
      latest: daysUntil(contract, growth.low),
    },
    feeCents:
      centsPerGbMonth === null
        ? null
        : {
            low: Math.min(...fees) * centsPerGbMonth,
            high: Math.max(...fees) * centsPerGbMonth,
          },
    knownDays,
    daysInMonth: days.length,
  };
}

/** GB-months above the limits of all pools in the running month. */
function feeOf(pools: readonly Pool[], lastDay: string, choose: (trend: Range) => number): number {
  const days = daysOf(monthRange(lastDay.slice(0, 7)));
  let excessByteDays = 0;
  for (const { used, limitBytes } of pools) {
    const trends = trendsOf(used);
    const growth = trends ? choose({ low: Math.min(...trends), high: Math.max(...trends) }) : 0;
    // Days before the first figure count like it; a gap counts like the day before it.
    let stored = used.find((bytes) => bytes !== null) ?? 0;
    for (const day of days) {
      if (day > lastDay) stored = Math.max(0, stored + growth);
      else stored = used[used.length - 1 - daysBetween(day, lastDay)] ?? stored;
      excessByteDays += Math.max(0, stored - limitBytes);
    }
  }
  return excessByteDays / BYTES_PER_GB / days.length;
}

function daysBetween(day: string, later: string): number {
  return (dayMs(later) - dayMs(day)) / 86_400_000;
}

function daysUntil({ used, limitBytes }: Pool, growth: number): number | null {
  const now = used.findLast((bytes) => bytes !== null) ?? 0;
  if (now >= limitBytes) return 0;
  return growth > 0 ? Math.ceil((limitBytes - now) / growth) : null;
}

/** Least-squares slope over each of {@link TREND_DAYS}, in bytes a day. */
function trendsOf(used: readonly (number | null)[]): number[] | null {
  const slopes = TREND_DAYS.flatMap((days) => {
    const points = used.slice(-days).flatMap((bytes, at) => (bytes === null ? [] : [[at, bytes]]));
    return slope(points as [number, number][]) ?? [];
  });
  return slopes.length === 0 ? null : slopes;
}

function slope(points: [number, number][]): number | null {
  if (points.length < 2) return null;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const together = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return together / spread;
}

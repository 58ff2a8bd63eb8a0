import type { DayRange } from "../../api/arguments";
import type { StorageAccountUsage } from "../../api/usage";
import { daysOf } from "./days";

/** One line of a chart: for each day the bytes, or `null` where no figure came. */
export interface UsageSeries {
  days: string[];
  usedBytes: (bigint | null)[];
  allocatedBytes: (bigint | null)[];
  /** Days on which at least one account that reported on other days had no readable figure. */
  incompleteDays: string[];
}

/**
 * Adds the accounts up for each day. An account that has no figure on a day adds nothing, and the
 * day is named in `incompleteDays` when that account had figures both before and after it.
 */
export function sumUsage(usages: readonly StorageAccountUsage[], range: DayRange): UsageSeries {
  const days = daysOf(range);
  const indexOf = new Map(days.map((day, index) => [day, index]));
  const usedBytes: (bigint | null)[] = days.map(() => null);
  const allocatedBytes: (bigint | null)[] = days.map(() => null);
  const incomplete = new Set<number>();
  for (const usage of usages) {
    const seen = new Set<number>();
    for (const { day, usedBytes: used, allocatedBytes: allocated } of usage.days.value?.items ??
      []) {
      const at = indexOf.get(day);
      // A day told twice is a fault of the answer; counting it twice would be ours.
      if (at === undefined || seen.has(at)) continue;
      if (used.value !== undefined) {
        usedBytes[at] = (usedBytes[at] ?? 0n) + BigInt(used.value);
        seen.add(at);
      }
      if (allocated.value !== undefined) {
        allocatedBytes[at] = (allocatedBytes[at] ?? 0n) + BigInt(allocated.value);
      }
    }
    if (seen.size === 0) continue;
    const first = Math.min(...seen);
    const last = Math.max(...seen);
    for (let at = first; at <= last; at++) if (!seen.has(at)) incomplete.add(at);
  }
  const incompleteDays = [...incomplete].sort((a, b) => a - b).map((at) => days[at] ?? "");
  return { days, usedBytes, allocatedBytes, incompleteDays };
}

/** The newest figure there is, with its day. */
export function latest(series: Pick<UsageSeries, "days" | "usedBytes">): {
  day: string;
  bytes: bigint;
} | null {
  const at = series.usedBytes.findLastIndex((bytes) => bytes !== null);
  const bytes = series.usedBytes[at];
  const day = series.days[at];
  return bytes == null || day === undefined ? null : { day, bytes };
}

/** Newest readable figure of one account, in bytes; `null` when there is none. */
export function latestOfAccount(usage: StorageAccountUsage): number | null {
  let found: { day: string; bytes: number } | null = null;
  for (const { day, usedBytes } of usage.days.value?.items ?? []) {
    if (usedBytes.value !== undefined && (found === null || day > found.day)) {
      found = { day, bytes: usedBytes.value };
    }
  }
  return found?.bytes ?? null;
}

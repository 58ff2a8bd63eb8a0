import type { StorageAccountUsage } from "../../api/usage";
import { daysOf, monthRange } from "./days";

/** What a month's bill rests on. Bytes; `null` where no day of the month had a figure. */
export interface MonthFigures {
  averageBytes: bigint | null;
  peakBytes: bigint | null;
  /** On the last day of the month that has a figure. */
  endBytes: bigint | null;
  /** Days with a figure, and days of the month. */
  knownDays: number;
  daysInMonth: number;
}

/** @param month - Such as `2027-03`. The average is over days with a figure, rounded down to a byte. */
export function monthFigures(perDay: ReadonlyMap<string, bigint>, month: string): MonthFigures {
  const days = daysOf(monthRange(month));
  const known = days.map((day) => perDay.get(day)).filter((bytes) => bytes !== undefined);
  const sum = known.reduce<bigint>((total, bytes) => total + bytes, 0n);
  return {
    averageBytes: known.length === 0 ? null : sum / BigInt(known.length),
    peakBytes: known.length === 0 ? null : (known.toSorted(bySize).at(-1) ?? null),
    endBytes: known.at(-1) ?? null,
    knownDays: known.length,
    daysInMonth: days.length,
  };
}

/** Whether every day that was sent is understood. */
export function isReadable({ days }: StorageAccountUsage): boolean {
  return (
    days.value?.notUnderstood === 0 &&
    days.value.items.every(({ usedBytes }) => usedBytes.missing !== "not-understood")
  );
}

/** Bytes for each day of one account; the first figure of a day told twice counts. Empty where some day is not understood. */
export function perDayOf(usage: StorageAccountUsage): Map<string, bigint> {
  const perDay = new Map<string, bigint>();
  for (const { day, usedBytes } of (isReadable(usage) && usage.days.value?.items) || []) {
    if (usedBytes.value !== undefined && !perDay.has(day)) perDay.set(day, BigInt(usedBytes.value));
  }
  return perDay;
}

/** Adds several accounts up, day by day. */
export function addDaily(many: readonly ReadonlyMap<string, bigint>[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const perDay of many) {
    for (const [day, bytes] of perDay) sums.set(day, (sums.get(day) ?? 0n) + bytes);
  }
  return sums;
}

function bySize(one: bigint, other: bigint): number {
  return one < other ? -1 : Number(one > other);
}

import type { DayRange } from "../../api/arguments";

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` of an instant, in UTC: which zone the API's days follow is not published. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function dayMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function addDays(day: string, days: number): string {
  return dayOf(dayMs(day) + days * DAY_MS);
}

/** Every day of the range, both ends included. */
export function daysOf({ from, to }: DayRange): string[] {
  const days: string[] = [];
  for (let ms = dayMs(from); ms <= dayMs(to); ms += DAY_MS) days.push(dayOf(ms));
  return days;
}

/** The last `count` days up to and including today. */
export function lastDays(count: number, nowMs: number): DayRange {
  const to = dayOf(nowMs);
  return { from: addDays(to, 1 - count), to };
}

/** First and last day of a month such as `2027-03`. */
export function monthRange(month: string): DayRange {
  const next = monthAfter(month, 1);
  return { from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}

export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The order in which a numeric date gives day, month and year. */
export type Order = "dmy" | "mdy" | "ymd";

/** One way to read a numeric date; a date with a month's name or its year in front has one way only. */
export interface DayReading {
  order: Order;
  /** Midnight of that day as if the zone were UTC, in epoch ms. */
  dayMs: number;
}

/** `null` for a day that no calendar has, or that no key can end on. */
export function dayReading(
  order: Order,
  year: string | undefined,
  month: string | number | undefined,
  dayOfMonth: string | undefined,
): DayReading | null {
  const digits = (year ?? "").replace("'", "");
  const isShort = digits.length === 2;
  const y = Number(digits) + (isShort ? 2000 : 0);
  const m = Number(month);
  const d = Number(dayOfMonth);
  // Before the vendor existed two digits are no year; before 1990 a date is an unset value.
  if (Number.isNaN(y) || y < (isShort ? 2015 : 1990) || m < 1 || m > 12) return null;
  // The years that Thailand counts at present: its 2570 is 2027.
  if (y >= (isShort ? 2058 : 2558) && y <= (isShort ? 2098 : 2640)) return null;
  const dayMs = Date.UTC(y, m - 1, d);
  return d >= 1 && new Date(dayMs).getUTCDate() === d ? { order, dayMs } : null;
}

import { localeOfDates } from "../lib/words/words";

/** "29 Nov 2026", of a day such as `2026-11-29` that belongs to no zone. */
export function calendarDay(isoDay: string): string {
  return Temporal.PlainDate.from(isoDay).toLocaleString(localeOfDates(), { dateStyle: "medium" });
}

/** "November 2026", of a month such as `2026-11`. */
export function calendarMonth(isoMonth: string): string {
  // The first of it: a month of the ISO calendar alone is refused where people use another calendar.
  return Temporal.PlainDate.from(`${isoMonth}-01`).toLocaleString(localeOfDates(), {
    month: "long",
    year: "numeric",
  });
}

import { localeOfDates } from "../lib/words/words";

/** "23 Nov 2026, 14:05" in the browser's zone. */
export function dateAndTime(iso: string): string {
  return new Date(iso).toLocaleString(localeOfDates(), { dateStyle: "medium", timeStyle: "short" });
}

/** "23 Nov 2026". */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString(localeOfDates(), { dateStyle: "medium" });
}

/** "09:12" when it was today, otherwise with its day. */
export function timeOfDay(iso: string, nowMs: number): string {
  const at = new Date(iso);
  return at.toDateString() === new Date(nowMs).toDateString()
    ? at.toLocaleTimeString(localeOfDates(), { hour: "2-digit", minute: "2-digit" })
    : dateAndTime(iso);
}

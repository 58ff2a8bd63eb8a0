import { ApiRequestError } from "./api-error";
import { isDay } from "./wire-values";

/** Capacity on its way out. @throws {@link ApiRequestError} unless whole bytes from 0 to 2^53 − 1. */
export function checkedBytes(bytes: number): number {
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new ApiRequestError("capacity");
  return bytes;
}

/** First and last day of a range, both included, as `YYYY-MM-DD`. */
export interface DayRange {
  from: string;
  to: string;
}

/** @throws {@link ApiRequestError} when a day is not in the calendar or the range is turned round. */
export function checkedRange({ from, to }: DayRange): { from: string; to: string } {
  if (!isDay(from) || !isDay(to) || from > to) throw new ApiRequestError("day");
  return { from, to };
}

/** @throws {@link ApiRequestError} unless an ISO instant in UTC, such as `2027-03-04T10:00:00Z`. */
export function checkedInstant(at: string): string {
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(at);
  if (!isInstant || Number.isNaN(Date.parse(at))) throw new ApiRequestError("instant");
  return at;
}

const WORDS = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTH_DAYS = 30.44;

/** `in 3 months`, `2 weeks ago`, `in 5 hours`; a key without an end "never expires". */
export function dateText(at: Date | null, now: Date): string {
  if (at === null) return "never expires";
  const aheadMs = at.getTime() - now.getTime();
  const days = aheadMs / DAY_MS;
  const far = Math.abs(days);
  if (far >= 700) return WORDS.format(Math.round(days / 365.25), "year");
  if (far >= 60) return WORDS.format(Math.round(days / MONTH_DAYS), "month");
  if (far >= 1) return WORDS.format(Math.round(days), "day");
  if (Math.abs(aheadMs) >= HOUR_MS) return WORDS.format(Math.round(aheadMs / HOUR_MS), "hour");
  return WORDS.format(Math.round(aheadMs / 60_000), "minute");
}

import { hasTime } from "./date-pattern";

const DATES = [
  "YYYY-MM-DD",
  "DD.MM.YYYY",
  "MM/DD/YYYY",
  "DD/MM/YYYY",
  "M/D/YYYY",
  "D/M/YYYY",
  "D.M.YYYY",
  "YYYY/MM/DD",
  "DD-MM-YYYY",
  "MM-DD-YYYY",
  "D MMM YYYY",
  "MMM D, YYYY",
  "D MMMM YYYY",
  "MMMM D, YYYY",
];
const TIMES = ["HH:mm", "HH:mm:ss", "hh:mm A", "h:mm A"];

/** How date and time fields of common kits are written, the commonest first. */
export const PATTERNS: readonly string[] = [
  "YYYY-MM-DDTHH:mm",
  ...[" ", ", "].flatMap((gap) =>
    TIMES.flatMap((time) => DATES.map((date) => `${date}${gap}${time}`)),
  ),
];
export const DAY_PATTERNS: readonly string[] = DATES;
export const TIME_PATTERNS: readonly string[] = TIMES;

/** The patterns to try in a page of this language, likeliest first. */
export function likelyFirst(patterns: readonly string[], language: string): string[] {
  const isGerman = /^de/i.test(language);
  const rank = (pattern: string) => {
    if (/, [Hh]/.test(pattern)) return 4;
    if (isGerman && /\./.test(pattern)) return 0;
    if (/^YYYY-/.test(pattern)) return hasTime(pattern) ? 1 : 2;
    return /\./.test(pattern) || isGerman ? 3 : 1;
  };
  return [...patterns].sort((a, b) => rank(a) - rank(b));
}

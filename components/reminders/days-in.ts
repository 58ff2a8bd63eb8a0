const LONGEST_DAYS = 3_650;
const MOST_DAYS = 12;

/** Days before an end as a person lists them, largest first; `null` for anything but a few whole days. */
export function daysIn(text: string): number[] | null {
  const days = [
    ...new Set(
      text
        .split(/[,;\s]+/)
        .filter(Boolean)
        .map(Number),
    ),
  ];
  const isGood = days.every((one) => Number.isInteger(one) && one > 0 && one <= LONGEST_DAYS);
  return isGood && days.length <= MOST_DAYS ? days.sort((a, b) => b - a) : null;
}

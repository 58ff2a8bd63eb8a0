const DAY = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric" });

/** `Nov 23, 2026`, without a time; a key without an end "Does not expire". */
export function dateText(at: Date | null): string {
  return at === null ? "Does not expire" : DAY.format(at);
}

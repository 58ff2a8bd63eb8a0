const US = new Intl.DateTimeFormat("en-US", {
  month: "numeric",
  day: "numeric",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
});

/** `11/23/2026, 2:05 PM`; a key without an end has a dash. */
export function dateText(at: Date | null): string {
  return at === null ? "—" : US.format(at);
}

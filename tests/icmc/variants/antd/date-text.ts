import dayjs from "dayjs";

/** `23.11.2026 14:05`; a key without an end is "Unbegrenzt". */
export function dateText(at: Date | null): string {
  return at === null ? "Unbegrenzt" : dayjs(at).format("DD.MM.YYYY HH:mm");
}

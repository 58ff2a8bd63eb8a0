import dayjs from "dayjs";

/** `2026-11-23 14:05`; a key without an end has "No expiration". */
export function dateText(at: Date | null): string {
  return at === null ? "No expiration" : dayjs(at).format("YYYY-MM-DD HH:mm");
}

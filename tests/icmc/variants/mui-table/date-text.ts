import dayjs from "dayjs";

/** `23 Nov 2026 14:05`; a key without an end has "Never". */
export function dateText(at: Date | null): string {
  return at === null ? "Never" : dayjs(at).format("DD MMM YYYY HH:mm");
}

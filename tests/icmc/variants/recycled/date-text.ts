import { two } from "../shared/two-digits.ts";

/** `23/11/26 14:05`, day first and a short year; a key without an end has "n/a". */
export function dateText(at: Date | null): string {
  if (at === null) return "n/a";
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${two(at.getFullYear() % 100)}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What a person typed as `DD/MM/YYYY HH:mm`, in local time; `null` when it is no such time. */
export function readTyped(text: string): Date | null {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(text.trim());
  if (!parts) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  const at = new Date(year, month - 1, day, hour, minute);
  const isReal = at.getDate() === day && at.getMonth() === month - 1 && at.getHours() === hour;
  return isReal ? at : null;
}

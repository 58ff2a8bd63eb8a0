import type { ApiKey } from "../../keys/api-key";
import { t, tn } from "../../words/words";
import { DEFAULT_LEADS, type OwnReminders } from "./reminder-rules";

const LONGEST_OCTETS = 75;

/**
 * The ends of keys as a calendar file (RFC 5545), with an alarm for each lead time. An event keeps
 * its UID for ever, so importing anew moves events instead of doubling them. Holds no secret:
 * descriptions and dates only.
 */
export function calendarOf(
  keys: readonly Pick<ApiKey, "id" | "description" | "end">[],
  own: Record<string, OwnReminders>,
  nowMs: number,
  leads: readonly number[] = DEFAULT_LEADS,
): string {
  const events = keys.flatMap(({ id, description, end }) => {
    if (end.kind !== "at") return [];
    const name = description || t("reminders.calendarNameless");
    const at = stamp(Date.parse(end.at));
    const alarms = (own[id]?.leadDays ?? leads).flatMap((days) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(tn("reminders.calendarAlarm", days, name))}`,
      `TRIGGER:-P${days}D`,
      "END:VALARM",
    ]);
    return [
      "BEGIN:VEVENT",
      `UID:${id}@icmc-companion`,
      `DTSTAMP:${stamp(nowMs)}`,
      `DTSTART:${at}`,
      `DTEND:${at}`,
      `SUMMARY:${escaped(t("reminders.calendarEvent", name))}`,
      `DESCRIPTION:${escaped(t("reminders.calendarAdvice"))}`,
      "TRANSP:TRANSPARENT",
      ...alarms,
      "END:VEVENT",
    ];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ICMC Companion//Key expiry//EN",
    "CALSCALE:GREGORIAN",
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.flatMap(folded).join("\r\n")}\r\n`;
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, "");
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, "\\$&")
    .replace(/[\r\n]+/g, "\\n");
}

/** Lines of at most 75 octets, broken between characters; the rest begins with a blank. */
function folded(line: string): string[] {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_OCTETS) {
      lines.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...lines, part];
}

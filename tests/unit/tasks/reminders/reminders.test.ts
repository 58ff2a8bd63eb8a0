import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../../lib/tasks/reminders/calendar";
import { digestAt, type ReminderState, told } from "../../../../lib/tasks/reminders/digest";
import {
  DAY_MS,
  DEFAULT_LEADS,
  dueReminders,
  reminderHours,
} from "../../../../lib/tasks/reminders/reminder-rules";

const NOW = new Date(2026, 10, 23, 12).getTime();
const HOUR_MS = 3_600_000;

function key(id: string, daysLeft: number) {
  return {
    id,
    description: `Key ${id}`,
    end: {
      kind: "at",
      at: new Date(NOW + daysLeft * DAY_MS).toISOString(),
      from: "token",
    } as const,
  };
}

describe("reminders", () => {
  it.each([
    ["31 days left", 31, 0],
    ["exactly 30 days left", 30, 1],
    ["half a day left", 0.5, 1],
    ["expired", -1, 1],
  ])("%s: %i due", (_, daysLeft, count) => {
    expect(dueReminders([key("a", daysLeft)], DEFAULT_LEADS, {}, NOW).length).toBe(count);
  });

  it("come most urgent first", () => {
    const due = dueReminders([key("a", 20), key("b", 2), key("c", -3)], DEFAULT_LEADS, {}, NOW);
    expect(due.map(({ keyId }) => keyId)).toEqual(["c", "b", "a"]);
  });

  it("follow a key's own lead times and dates", () => {
    const own = {
      a: { leadDays: [60] },
      b: { leadDays: [], at: [new Date(NOW - 1).toISOString()] },
    };
    const keys = [key("a", 50), key("b", 300), key("c", 50)];
    const due = dueReminders(keys, DEFAULT_LEADS, own, NOW);
    expect(due.map(({ keyId }) => keyId)).toEqual(["a", "b"]);
  });

  it("leave nothing in clear but whole hours", () => {
    const hours = reminderHours([key("a", 40.123)], DEFAULT_LEADS, {}, NOW);
    expect(hours.length).toBe(4);
    for (const ms of hours) expect(ms % HOUR_MS).toBe(0);
  });
});

describe("the digest", () => {
  const state = (change: Partial<ReminderState>): ReminderState => ({
    hours: [NOW - HOUR_MS],
    ends: [],
    isOn: true,
    toldUntilMs: NOW - DAY_MS,
    lastDigestMs: null,
    snoozedUntilMs: 0,
    ...change,
  });

  it("is due when a reminder came since the last one", () => {
    expect(digestAt(state({}), NOW).count).toBe(1);
  });

  it.each([
    ["it is switched off", { isOn: false }],
    ["all was told already", { toldUntilMs: NOW }],
    ["it is snoozed", { snoozedUntilMs: NOW + HOUR_MS }],
    ["one was shown today", { lastDigestMs: NOW - 2 * HOUR_MS }],
    ["nothing is loaded yet", { hours: [] }],
  ])("is not due when %s", (_, change) => {
    expect(digestAt(state(change), NOW).count).toBe(0);
  });

  it("waits for the morning", () => {
    const night = new Date(2026, 10, 23, 3).getTime();
    const { count, nextMs } = digestAt(state({ hours: [night], toldUntilMs: night - 1 }), night);
    expect(count).toBe(0);
    expect(new Date(nextMs ?? 0).getHours()).toBe(8);
  });

  it("tells everything once, one digest a day at most, however often it is asked", () => {
    const anyHours = fc.array(fc.integer({ min: 0, max: 40 * 24 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        anyHours,
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 80 }),
        (hours, steps) => {
          let now = state({
            hours: hours.map((hour) => NOW + hour * HOUR_MS).sort((a, b) => a - b),
            toldUntilMs: NOW - 1,
          });
          let nowMs = NOW;
          const days = new Set<string>();
          let toldCount = 0;
          for (const step of [...steps, ...new Array(60).fill(24)]) {
            nowMs += step * HOUR_MS;
            const { count } = digestAt(now, nowMs);
            if (count === 0) continue;
            const day = new Date(nowMs).toDateString();
            expect(days.has(day)).toBe(false);
            days.add(day);
            toldCount += count;
            now = told(now, nowMs);
          }
          expect(toldCount).toBe(hours.length);
        },
      ),
    );
  });
});

describe("the calendar", () => {
  it("gives a key the same event every time, with an alarm for each lead time", () => {
    const first = calendarOf([key("a", 90)], {}, NOW);
    const later = calendarOf([key("a", 120)], {}, NOW + DAY_MS);
    const uid = (text: string) => /UID:(.*)\r\n/.exec(text)?.[1];
    expect(uid(first)).toBe("a@icmc-companion");
    expect(uid(later)).toBe(uid(first));
    expect(first.match(/BEGIN:VALARM/g)?.length).toBe(4);
    expect(first).toContain("TRIGGER:-P14D");
  });

  it("never writes a line of more than 75 octets, whatever the description", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (description) => {
        const text = calendarOf([{ ...key("a", 90), description }], {}, NOW);
        for (const line of text.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  it("leaves out keys whose end nobody knows", () => {
    const open = { ...key("a", 1), end: { kind: "never", from: "console" } as const };
    expect(calendarOf([open], {}, NOW)).not.toContain("VEVENT");
  });
});

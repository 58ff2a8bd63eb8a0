// @vitest-environment jsdom
import { expect, it } from "vitest";
import { readInstant } from "../../../entrypoints/console.content/badges/column-reader";
import { withZoneOfHeader } from "../../../lib/page/cell-text";

const HOUR_MS = 3_600_000;
/** 13 January 2027, as people and programs write it. */
const DAYS = [
  ...["13.1.2027", "13.01.2027", "13.01.27", "13. Januar 2027", "13. Jan. 2027"],
  ...["2027-01-13", "2027/01/13", "2027.01.13", "13/1/2027", "01/13/2027", "13-01-2027"],
  ...["January 13, 2027", "13 Jan 2027", "13-Jan-2027", "Jan 13 2027"],
];
/** Half past nine. */
const TIMES = [
  "09:30",
  "9:30",
  "09:30:00",
  "9.30 Uhr",
  "09:30 Uhr",
  "9:30 AM",
  "9:30am",
  "9:30 a.m.",
];
const HEADERS: [header: string, hours: number][] = [
  ["Expires (UTC)", 0],
  ["Gültig bis (JST)", 9],
  ["Valid until, Asia/Tokyo", 9],
  ["Expires [Coordinated Universal Time]", 0],
  ["Expires UTC+09:00", 9],
];

const under = (header: string, text: string) =>
  readInstant(withZoneOfHeader({ text, datetime: null, titles: [] }, header).text);

it.each(HEADERS)("reads no other instant than is written below %s", (header, hours) => {
  const midnightMs = Date.UTC(2027, 0, 13) - hours * HOUR_MS;
  const wrong: string[] = [];
  let unread = 0;
  const check = (text: string, wantedMs: number) => {
    const atMs = under(header, text);
    if (atMs === null) unread += 1;
    else if (atMs !== wantedMs) wrong.push(`${text}: ${new Date(atMs).toISOString()}`);
  };
  for (const day of DAYS) {
    for (const text of [day, `am ${day}`]) check(text, midnightMs + 24 * HOUR_MS - 1);
    for (const time of TIMES)
      for (const text of [
        `${day} ${time}`,
        `${day}, ${time}`,
        `${time} ${day}`,
        `${day} (${time})`,
      ])
        check(text, midnightMs + 9.5 * HOUR_MS);
  }

  expect(wrong).toEqual([]);
  expect(unread).toBeLessThan(0.08 * DAYS.length * (2 + 4 * TIMES.length));
});

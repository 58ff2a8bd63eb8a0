// @vitest-environment jsdom
import { expect, it } from "vitest";
import { createColumnReader } from "../../../../../entrypoints/console.content/badges/column-reader";
import type { RowCells } from "../../../../../lib/keys/expiry-reading";

const cell = (text: string) => ({ text, datetime: null, titles: [] });
const row = (expiry: string, created: string | null): RowCells => ({
  expiry: cell(expiry),
  created: created === null ? null : cell(created),
});
const read = (rows: RowCells[]) => {
  const reader = createColumnReader();
  for (const cells of rows) reader.learn(cells);
  return rows.map((cells) => reader.expiry(cells).kind);
};
const DATED = row("2031-04-05 10:00", "2026-01-02 10:00");

it.each(["—", "-", "–", "n/a", "N/A", "None"])(
  "reads %s as no end beside dates of its own and others",
  (dash) => {
    expect(read([DATED, row(dash, "2026-02-03 10:00")])).toEqual(["instants", "never"]);
  },
);

it.each([
  ["no other key has a date", [row("—", "2026-02-03 10:00"), row("—", "2026-02-04 10:00")]],
  ["the row has no other date", [DATED, row("—", "—")]],
  ["there is no other column", [row("2031-04-05 10:00", null), row("—", null)]],
])("reads a dash as nothing where %s", (_name, rows) => {
  expect(read(rows).at(-1)).toBe("unreadable");
});

it("reads a dash as nothing in the row of a key that is not in use", () => {
  const revoked = { ...row("—", "2026-02-03 10:00"), isInactive: true as const };
  expect(read([DATED, revoked])).toEqual(["instants", "unreadable"]);
});

it("says that earlier rows read differently once a first date came", () => {
  const reader = createColumnReader();
  expect(reader.learn(row("—", "2026-02-03 10:00"))).toBe(false);
  expect(reader.learn(DATED)).toBe(true);
  expect(reader.learn(row("2032-04-05 10:00", "2026-01-02 10:00"))).toBe(false);
});

it("forgets with another list", () => {
  const reader = createColumnReader();
  reader.learn(DATED);
  reader.reset();
  expect(reader.expiry(row("—", "2026-02-03 10:00")).kind).toBe("unreadable");
});

it("reads a dash as nothing where the time that is left is counted", () => {
  const reader = createColumnReader();
  reader.setHeaders(["Expires in", "Created at"]);
  const dash = row("—", "2026-02-03 10:00");
  for (const cells of [row("12 days", "2026-01-02 10:00"), dash]) reader.learn(cells);
  expect(reader.expiry(dash).kind).toBe("unreadable");
});

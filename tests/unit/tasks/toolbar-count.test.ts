import { describe, expect, it } from "vitest";
import { endsThatCount, toolbarCount } from "../../../lib/tasks/toolbar-count";

const NOW_MS = Date.parse("2026-11-23T10:00:00Z");
const inDays = (days: number) => NOW_MS + days * 86_400_000;

describe("the number on the toolbar icon", () => {
  it.each([
    ["nothing kept", [], 0],
    ["only keys with time left", [inDays(8), inDays(300)], 0],
    ["a key that ends in 7 days", [inDays(7)], 1],
    ["an expired key", [inDays(-1)], 1],
    ["both and one with time left", [inDays(-1), inDays(3), inDays(90)], 2],
  ])("counts %s", (_what, expiries, count) => {
    expect(toolbarCount(expiries, NOW_MS).count).toBe(count);
  });

  it("says when it changes next: 7 days before the earliest key that is not due", () => {
    expect(toolbarCount([inDays(-1), inDays(9), inDays(30)], NOW_MS).changesAtMs).toBe(inDays(2));
  });

  it("never changes by itself once everything is due", () => {
    expect(toolbarCount([inDays(1)], NOW_MS).changesAtMs).toBeNull();
  });

  it("is quiet while reminders are snoozed, and is to be looked at again when that ends", () => {
    const ends = [inDays(-1), inDays(3), inDays(8)];
    expect(toolbarCount(ends, NOW_MS, inDays(7))).toEqual({
      count: 0,
      snoozed: 2,
      changesAtMs: inDays(7),
    });
    expect(toolbarCount(ends, inDays(7), inDays(7)).count).toBe(3);
  });

  it("knows of nothing snoozed where nothing is due", () => {
    expect(toolbarCount([inDays(9)], NOW_MS, inDays(1))).toEqual({
      count: 0,
      snoozed: 0,
      changesAtMs: inDays(2),
    });
  });
});

describe("the ends that count", () => {
  it.each([
    ["all, before the first unlock", [1, 2, 2], null, [1, 2, 2]],
    ["not those of replaced or deleted keys", [1, 2, 2], [1, 2], [1, 2]],
    ["not those of keys that are kept no more", [1], [1, 2], [1]],
    ["none where nothing is kept in clear", [], [1, 2], []],
  ])("are %s", (_what, inClear, unsettled, counted) => {
    expect(endsThatCount(inClear, unsettled)).toEqual(counted);
  });
});

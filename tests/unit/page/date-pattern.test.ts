import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderOf, readPattern, writePattern } from "../../../lib/page/date-pattern";
import { patternIn } from "../../../lib/page/pattern-hint";
import { PATTERNS } from "../../../lib/page/usual-patterns";
import { instantOf, isSameTime, wallTimeOf } from "../../../lib/page/wall-clock";

const anyMinute = fc
  .integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2080, 0) / 60_000 })
  .map((minutes) => minutes * 60_000);

describe("a pattern", () => {
  it("reads back exactly what it wrote, for every usual way of writing and any minute", () => {
    fc.assert(
      fc.property(anyMinute, fc.constantFrom(...PATTERNS), (atMs, pattern) => {
        const at = wallTimeOf(atMs);
        const read = readPattern(pattern, writePattern(pattern, at));
        expect(read && isSameTime(read, at)).toBe(true);
      }),
    );
  });

  it("never reads another time out of a text that follows the same order", () => {
    fc.assert(
      fc.property(anyMinute, fc.constantFrom(...PATTERNS), (atMs, pattern) => {
        const at = wallTimeOf(atMs);
        const text = writePattern(pattern, at);
        for (const other of PATTERNS.filter((one) => orderOf(one) === orderOf(pattern))) {
          const read = readPattern(other, text);
          if (read !== null) expect(isSameTime(read, at)).toBe(true);
        }
      }),
    );
  });

  it("gives an instant only for a time that the clocks show", () => {
    fc.assert(
      fc.property(anyMinute, (atMs) => {
        const back = instantOf(wallTimeOf(atMs));
        expect(back !== null && isSameTime(wallTimeOf(back), wallTimeOf(atMs))).toBe(true);
      }),
    );
  });

  it.each([
    ["MM/DD/YYYY HH:mm", "25/12/2027 10:00"],
    ["DD/MM/YYYY HH:mm", "12/25/2027 10:00"],
    ["DD.MM.YYYY HH:mm", "30.02.2027 10:00"],
    ["YYYY-MM-DD HH:mm", "2027-12-25 24:00"],
    ["YYYY-MM-DD HH:mm:ss", "2027-12-25 10:00:30"],
    ["YYYY-MM-DD hh:mm A", "2027-12-25 13:00 PM"],
  ])("%s refuses %s", (pattern, text) => {
    expect(readPattern(pattern, text)).toBeNull();
  });
});

describe("a hint", () => {
  it.each([
    ["DD/MM/YYYY HH:mm", "DD/MM/YYYY HH:mm"],
    ["Valid until (DD/MM/YYYY HH:mm)", "DD/MM/YYYY HH:mm"],
    ["TT.MM.JJJJ HH:mm", "DD.MM.YYYY HH:mm"],
    ["mm/dd/yyyy", "MM/DD/YYYY"],
    ["31/12/2027 18:00", "DD/MM/YYYY HH:mm"],
    ["MM/DD/YYYY hh:mm aa", "MM/DD/YYYY hh:mm A"],
  ])("%s asks for %s", (text, pattern) => {
    expect(patternIn(text)).toBe(pattern);
  });

  it.each(["Expiration date", "01/02/2027 10:00", "Choose date", ""])(
    "%s tells nothing",
    (text) => {
      expect(patternIn(text)).toBeNull();
    },
  );
});

import { property, assert as propertyAssert, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { csv, dialectOf } from "../../../../lib/tasks/figures/csv";

const ENGLISH = dialectOf("en-US");
const GERMAN = dialectOf("de-DE");
const cellOf = (text: string) => csv([[text]], ENGLISH).slice(1, -2);

describe("a CSV file", () => {
  it("divides cells and numbers as spreadsheets of the language expect", () => {
    const rows = [["a", 1500, { decimal: "1.5" }, null]] as const;
    expect(csv(rows, ENGLISH)).toBe('\ufeff"a",1500,1.5,\r\n');
    expect(csv(rows, GERMAN)).toBe('\ufeff"a";1500;1,5;\r\n');
  });

  it.each([
    ["equals", "=HYPERLINK(0)"],
    ["plus", "+1"],
    ["minus", "-1"],
    ["at", "@SUM(1)"],
    ["tab", "\t=1"],
    ["carriage return", "\r=1"],
    ["blank before equals", " =1"],
    ["full-width equals", "＝1"],
  ])("never lets a name begin a formula: %s", (_what, text) => {
    expect(cellOf(text)).toBe(`"'${text}"`);
  });

  it("gives every text back, whatever is in it", () => {
    propertyAssert(
      property(string({ unit: "binary" }), (text) => {
        const read = cellOf(text).slice(1, -1).replaceAll('""', '"');
        return read === text || read === `'${text}`;
      }),
    );
  });
});

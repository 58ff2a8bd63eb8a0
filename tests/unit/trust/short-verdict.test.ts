import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STEPS } from "../../setup/steps";
import type { Figure } from "../../trust/figure";
import { ROWS, type TrustRow } from "../../trust/rows";
import { shortVerdict } from "../../trust/short-verdict";

const TESTS = join(import.meta.dirname, "..", "..");
const ROW: TrustRow = { id: "A0", promise: "Nothing is lost", files: [], short: "run" };
const FIGURE: Figure = {
  id: "A0",
  figure: "3 kills: 0 lost",
  holds: true,
  open: "",
  seconds: 4,
  place: "here",
};

describe("a row run in short", () => {
  it("holds when its test passes and its figure does", () => {
    expect(shortVerdict(ROW, true, FIGURE)).toEqual({
      line: "✓ A0 Nothing is lost: 3 kills: 0 lost (4 s)",
      isRed: false,
    });
  });

  it.each<[string, boolean, Figure | null]>([
    ["its test fails", false, FIGURE],
    ["its test fails, although it is known not to hold", false, { ...FIGURE, knownToFail: "so" }],
    ["its test wrote no figure", true, null],
    ["its figure does not hold", true, { ...FIGURE, holds: false }],
  ])("fails the run when %s", (_, passed, figure) => {
    const { line, isRed } = shortVerdict(ROW, passed, figure);

    expect(isRed).toBe(true);
    expect(line).toContain("FAILS");
  });

  it("claims nothing where it could count nothing", () => {
    const figure = { ...FIGURE, figure: "", open: "only as root" };

    expect(shortVerdict(ROW, true, figure).line).toBe(
      "– A0 Nothing is lost: not shown here (only as root)",
    );
  });

  it("is said, and fails nothing, when it is known not to hold", () => {
    const figure = { ...FIGURE, holds: false, knownToFail: "one package too many" };

    const { line, isRed } = shortVerdict(ROW, true, figure);

    expect(isRed).toBe(false);
    expect(line).toContain("FAILS, as is known: one package too many");
  });
});

it("has the rows A1 to A24, each with files that are there", () => {
  expect(ROWS.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, at) => `A${at + 1}`));
  for (const { files } of ROWS) {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(TESTS, file)), file).toBe(true);
  }
});

it("shows every row in short by a run of its own, or by what another step of npm test runs", () => {
  const steps = STEPS.map(({ name }) => name);
  for (const { id, files, short } of ROWS) {
    if (short === "run")
      expect(
        files.some((file) => file.startsWith("trust/")),
        id,
      ).toBe(true);
    else
      for (const one of short.by)
        expect(
          steps.includes(one) ||
            (/^(unit|e2e)\/.*\.test\.tsx?$/.test(one) && existsSync(join(TESTS, one))),
          `${id}: ${one}`,
        ).toBe(true);
  }
});

import { describe, expect, it } from "vitest";
import { brokenLimit } from "../../../../lib/tasks/creation/broken-limit";
import { checkLimits } from "../../../../lib/tasks/creation/check-limits";

const NONE = { longest: null, earliest: null, latest: null, said: null };
const AT = "2027-03-04T10:07:00.000Z";
const WISH = { description: "Billing export", expiresAt: AT };
const later = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();

describe("a wish", () => {
  it.each([
    ["a form that says nothing", {}],
    ["a description of exactly the length", { longest: WISH.description.length }],
    ["the last minute", { latest: AT }],
    ["the first minute", { earliest: AT }],
    ["the day after what words allow", { said: { words: "w", latest: later(-86_400_000) } }],
  ])("keeps within %s", (_, limits) => {
    expect(brokenLimit(WISH, { ...NONE, ...limits })).toBeNull();
  });

  it.each([
    ["a description too long", { longest: 13 }, { kind: "longest", most: 13 }],
    ["a minute too late", { latest: later(-60_000) }, { kind: "latest", at: later(-60_000) }],
    ["a minute too soon", { earliest: later(60_000) }, { kind: "earliest", at: later(60_000) }],
    [
      "days beyond the form's words",
      { said: { words: "At most 1 year", latest: later(-86_460_000) } },
      { kind: "said", words: "At most 1 year" },
    ],
  ])("breaks a limit with %s", (_, limits, broken) => {
    expect(brokenLimit(WISH, { ...NONE, ...limits })).toEqual(broken);
  });
});

describe("what a page tells of its form", () => {
  it("is taken as it is when every field is what it should be", () => {
    const sent = { ...NONE, longest: 64, latest: AT, said: { words: "w", latest: AT }, more: 1 };
    const { more: _, ...limits } = sent;
    expect(checkLimits(sent)).toEqual(limits);
  });

  it.each([
    ["nothing", null],
    ["a length below one", { ...NONE, longest: 0 }],
    ["a length with a fraction", { ...NONE, longest: 1.5 }],
    ["an end that is no instant", { ...NONE, latest: "soon" }],
    ["a missing field", { longest: 3, earliest: null, latest: null }],
    ["words without an end", { ...NONE, said: { words: "w", latest: null } }],
    ["endless words", { ...NONE, said: { words: "w".repeat(201), latest: AT } }],
  ])("is not taken where it is %s", (_, sent) => {
    expect(checkLimits(sent)).toBeNull();
  });
});

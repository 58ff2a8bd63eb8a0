import { describe, expect, it } from "vitest";
import {
  memberPasswordGaps,
  storagePasswordGaps,
} from "../../../../lib/tasks/writing/password-rules";

describe("passwords", () => {
  it.each([
    ["all four kinds", "Aa1!aaaa", []],
    ["seven characters", "Aa1!aaa", ["too-short"]],
    ["129 characters", `Aa1!${"a".repeat(125)}`, ["too-long"]],
    ["no digit", "Aaaaaaa!", ["digit"]],
    ["nothing", "", ["too-short", "lower-case", "upper-case", "digit", "special"]],
  ])("of storage accounts: %s", (_what, password, gaps) => {
    expect(storagePasswordGaps(password)).toEqual(gaps);
  });

  it.each([
    ["three of four kinds", "Aaaaaaa1", []],
    ["two of four kinds", "aaaaaaa1", ["three-kinds"]],
  ])("of members: %s", (_what, password, gaps) => {
    expect(memberPasswordGaps(password)).toEqual(gaps);
  });
});

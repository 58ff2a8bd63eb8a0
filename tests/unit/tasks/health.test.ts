import { describe, expect, it } from "vitest";
import type { ApiKey, KeyEnd } from "../../../lib/keys/api-key";
import { healthOf } from "../../../lib/tasks/health";

const NOW_MS = Date.parse("2026-11-23T10:00:00Z");
const days = (count: number) => new Date(NOW_MS + count * 86_400_000).toISOString();
const ends = (count: number): KeyEnd => ({ kind: "at", at: days(count), from: "token" });

/** A key with which nothing is wrong. */
const SOUND: ApiKey = {
  id: "a",
  description: "Veeam",
  apiHost: "api.partner.impossiblecloud.com",
  end: ends(100),
  createdAt: days(-100),
  savedAt: days(-100),
  fingerprint: "0123456789abcdef",
  origin: "captured",
  verifiedAt: days(-1),
  lastTest: { at: days(-1), outcome: "works" },
  lastUsedAt: null,
  tags: [],
  notes: "",
  mayBeExposed: false,
};
const BACKED_UP = new Set(["a"]);

describe("the health of a kept key", () => {
  it.each<[string, Partial<ApiKey>, string[]]>([
    ["that works and was tested yesterday", {}, []],
    ["that was never tested", { lastTest: null }, ["never-tested"]],
    ["tested 90 days ago", { lastTest: { at: days(-90), outcome: "works" } }, []],
    [
      "tested 91 days ago",
      { lastTest: { at: days(-91), outcome: "works" } },
      ["not-tested-lately"],
    ],
    ["created 365 days ago", { createdAt: days(-365) }, []],
    ["created 366 days ago", { createdAt: days(-366) }, ["older-than-a-year"]],
    [
      "of unknown creation, saved 366 days ago",
      { createdAt: null, savedAt: days(-366) },
      ["older-than-a-year"],
    ],
    ["that has no end", { end: { kind: "never", from: "console" } }, []],
    ["whose end nobody knows", { end: { kind: "unknown" } }, []],
    ["that ends at this instant", { end: ends(0) }, []],
    ["that ended yesterday", { end: ends(-1) }, ["expired"]],
  ])("%s", (_, changes, findings) => {
    expect(healthOf({ ...SOUND, ...changes }, BACKED_UP, [], NOW_MS)).toEqual(findings);
  });

  it("asks for no test and names no age once the key has expired", () => {
    const expired = { ...SOUND, end: ends(-1), lastTest: null, createdAt: days(-800) };
    expect(healthOf(expired, BACKED_UP, [], NOW_MS)).toEqual(["expired"]);
  });

  it("tells an expired key that the console still lists from one that it does not", () => {
    const expired = { ...SOUND, end: ends(-1) };
    expect(healthOf(expired, BACKED_UP, ["a"], NOW_MS)).toEqual(["expired-in-console"]);
    expect(healthOf(expired, BACKED_UP, ["b"], NOW_MS)).toEqual(["expired"]);
  });

  it.each<[string, ReadonlySet<string> | null, number, string[]]>([
    ["there is no backup", null, -7, ["not-backed-up"]],
    ["the last backup is without it", new Set(["b"]), -7, ["not-backed-up"]],
    ["it was saved less than a week ago", null, -6.9, []],
    ["the last backup has it", BACKED_UP, -7, []],
  ])("gives a week for the backup: %s", (_, backedUp, savedDaysAgo, findings) => {
    const key = { ...SOUND, savedAt: days(savedDaysAgo) };
    expect(healthOf(key, backedUp, [], NOW_MS)).toEqual(findings);
  });
});

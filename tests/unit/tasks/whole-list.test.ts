import { describe, expect, it } from "vitest";
import type { Sightings } from "../../../lib/tasks/sightings";
import { afterWholeList } from "../../../lib/tasks/whole-list";

const NOW = Date.UTC(2026, 10, 23);
const key = (id: string, daysLeft = 90) => ({
  id,
  end: {
    kind: "at",
    at: new Date(NOW + daysLeft * 86_400_000).toISOString(),
    from: "token",
  } as const,
});
const KEYS = [key("a"), key("b"), key("c"), key("old", -1)];
const NOTHING: Sightings = { lists: [], gone: [], expired: [] };
const seeing = (before: Sightings, ids: string[], isCertain = true) =>
  afterWholeList(
    before,
    ids.map((keyId) => ({ keyId, isCertain })),
    KEYS,
    NOW,
  );

describe("a kept key", () => {
  it("is deleted in the console when its list is seen without it", () => {
    expect(seeing(seeing(NOTHING, ["a", "b"]), ["a"]).gone).toEqual(["b"]);
  });

  it("is so no more as soon as it is seen again", () => {
    const gone = seeing(seeing(NOTHING, ["a", "b"]), ["a"]);
    expect(seeing(gone, ["a", "b"]).gone).toEqual([]);
  });

  it.each([
    ["it never stood in a list", NOTHING, ["a"]],
    ["the list is that of another account", seeing(NOTHING, ["a", "b"]), ["c"]],
    ["the list shows no kept key at all", seeing(NOTHING, ["a", "b"]), []],
  ])("is not called deleted when %s", (_, before, ids) => {
    expect(seeing(before, ids).gone).toEqual([]);
  });

  it("is not called deleted while an uncertain match may be it", () => {
    const before = seeing(NOTHING, ["a", "b"]);
    const matches = [
      { keyId: "a", isCertain: true },
      { keyId: "b", isCertain: false },
    ];
    expect(afterWholeList(before, matches, KEYS, NOW).gone).toEqual([]);
  });

  it("keeps its account's list apart from another's", () => {
    const both = seeing(seeing(NOTHING, ["a", "b"]), ["c", "old"]);
    expect(seeing(both, ["b"]).gone).toEqual(["a"]);
  });

  it("is told when it stands in the list after its end", () => {
    expect(seeing(NOTHING, ["a", "old"]).expired).toEqual(["old"]);
    expect(seeing(seeing(NOTHING, ["a", "old"]), ["a"])).toMatchObject({
      expired: [],
      gone: ["old"],
    });
  });
});

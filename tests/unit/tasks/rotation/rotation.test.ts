import { describe, expect, it } from "vitest";
import {
  EVERYWHERE,
  overlapDays,
  placesOf,
  type Rotation,
  stageOf,
  withoutRotation,
  withPlace,
  withRotation,
} from "../../../../lib/tasks/rotation/rotation";

const NOW = Date.UTC(2026, 10, 23);
const DAY_MS = 86_400_000;
const BEGUN: Rotation = {
  oldKeyId: "old",
  newKeyId: "new",
  startedAt: "2026-11-23T00:00:00.000Z",
  moved: [],
};
const TAGS = ["Veeam host 3", "Billing script"];

describe("a rotation", () => {
  it("lets the old key go only when every place uses the new one", () => {
    let rotations = withPlace([BEGUN], "old", "Veeam host 3", true);
    expect(rotations.map((one) => stageOf(one, TAGS))).toEqual(["moving"]);
    rotations = withPlace(rotations, "old", "Billing script", true);
    expect(rotations.map((one) => stageOf(one, TAGS))).toEqual(["deleting"]);
  });

  it("goes back when a place is unticked, or a new one is named", () => {
    const moved = { ...BEGUN, moved: TAGS };
    const [unticked] = withPlace([moved], "old", "Billing script", false);
    expect(unticked && stageOf(unticked, TAGS)).toBe("moving");
    expect(stageOf(moved, [...TAGS, "Laptop"])).toBe("moving");
  });

  it("asks for one tick where no place is named", () => {
    expect(placesOf([" "])).toEqual([EVERYWHERE]);
    expect(stageOf(BEGUN, [])).toBe("moving");
  });

  it("is begun once, however often the same news comes", () => {
    const once = withRotation([], BEGUN);
    expect(withRotation(once, { ...BEGUN, startedAt: "later" })).toBe(once);
  });

  it("of the same old key replaces the one before", () => {
    const again = withRotation([BEGUN], { ...BEGUN, newKeyId: "newer" });
    expect(again.map(({ newKeyId }) => newKeyId)).toEqual(["newer"]);
  });

  it("never replaces a key by itself", () => {
    expect(withRotation([], { ...BEGUN, newKeyId: "old" })).toEqual([]);
  });

  it("leaves the other rotations alone when it ends", () => {
    const other = { ...BEGUN, oldKeyId: "other", newKeyId: "third" };
    expect(withoutRotation([BEGUN, other], "old")).toEqual([other]);
  });

  it.each([
    ["both end", [NOW + 10.5 * DAY_MS, NOW + 90 * DAY_MS], 10],
    ["one is over", [NOW - 1, NOW + DAY_MS], 0],
    ["one has no known end", [null, NOW + DAY_MS], null],
  ])("overlaps as long as both work: %s", (_, ends, days) => {
    expect(overlapDays(ends, NOW)).toBe(days);
  });
});

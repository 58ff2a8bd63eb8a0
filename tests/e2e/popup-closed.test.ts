import { describe, expect, it } from "vitest";
import { closePopupDuring, OPERATIONS } from "../trust/popup-closings.ts";

/** At once, in the middle, and behind the end; twenty of each are closed by `npm run trust -- A19`. */
const POINTS = 3;

describe("the popup, closed in the middle of its work", () => {
  it.each(OPERATIONS.filter(({ isFirst }) => !isFirst))(
    "leaves all of it or nothing, and nothing twice: $name",
    async (operation) => {
      const { wrong, done } = await closePopupDuring(operation, POINTS);
      expect(wrong).toEqual([]);
      expect(done).toBeGreaterThan(0);
    },
  );
});

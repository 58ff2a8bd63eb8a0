import { expect, it } from "vitest";
import { progress, record, scaled } from "./figure.ts";
import { closePopupDuring, OPERATIONS } from "./popup-closings.ts";

const POINTS = scaled(20);

it("ends the same wherever the popup was closed", async () => {
  const words: string[] = [];
  const wrong: string[] = [];
  const told = progress("A19", OPERATIONS.length);
  for (const [index, operation] of OPERATIONS.entries()) {
    const closings = await closePopupDuring(operation, POINTS);
    words.push(
      `${operation.name} (${closings.undisturbedMs} ms) ${closings.done} whole, ${POINTS - closings.done} nothing`,
    );
    wrong.push(...closings.wrong);
    told(index + 1);
  }
  record({
    id: "A19",
    figure: `popup closed at ${POINTS} points of ${OPERATIONS.length} operations: ${words.join("; ")}; ${wrong.length} times half, twice, or another end when it was done again`,
    holds: wrong.length === 0,
    open: "Chromium only; partners, allocation and the passphrase are changed in the workspace, not in the popup, and its tab is closed in no run; creating a key runs in the background (tests/e2e/create-key.test.ts)",
    place: "Chromium",
  });
  expect(wrong).toEqual([]);
});

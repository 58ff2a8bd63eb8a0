import { expect, it } from "vitest";
import { progress, record, scaled } from "./figure.ts";
import { closePopupDuring, OPERATIONS } from "./popup-closings.ts";
import { WORKSPACE_OPERATIONS } from "./workspace-operations.ts";

const ALL = [...OPERATIONS, ...WORKSPACE_OPERATIONS];

const POINTS = scaled(20);

it("ends the same wherever the popup was closed", async () => {
  const words: string[] = [];
  const wrong: string[] = [];
  const told = progress("A19", ALL.length);
  for (const [index, operation] of ALL.entries()) {
    const closings = await closePopupDuring(operation, POINTS);
    words.push(
      `${operation.name} (${closings.undisturbedMs} ms) ${closings.done} whole, ${POINTS - closings.done} nothing`,
    );
    wrong.push(...closings.wrong);
    told(index + 1);
  }
  record({
    id: "A19",
    figure: `popup, or the workspace's tab, closed at ${POINTS} points of ${ALL.length} operations: ${words.join("; ")}; ${wrong.length} times half, twice, or another end when it was done again`,
    holds: wrong.length === 0,
    open: "Chromium only; the workspace is closed during changes of the vault, not during changes at the API (partners, members, accounts); creating a key runs in the background (tests/e2e/create-key.test.ts)",
    place: "Chromium",
  });
  expect(wrong).toEqual([]);
});

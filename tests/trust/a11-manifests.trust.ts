import { expect, it } from "vitest";
import { NODE, record } from "./figure";
import { BEYOND, manifestFaults } from "./manifest-rules";

it("asks for what is listed and no more", () => {
  const wrong = (["chrome-mv3", "firefox-mv3"] as const).flatMap(manifestFaults);
  const beyond = Object.values(BEYOND).flat();
  record({
    id: "A11",
    figure: `both built manifests against the list: ${wrong.length + beyond.length} differences${beyond.length > 0 ? `: Chromium's asks for ${beyond.join(", ")} as well` : ""}`,
    holds: wrong.length + beyond.length === 0,
    knownToFail: "offscreen stays; see its reason",
    open: "“offscreen” gives access to nothing and stays: Chromium's worker has no clipboard, and without an offscreen document a copied key would stay in it when the popup closes",
    place: NODE,
  });
  expect(wrong).toEqual([]);
});

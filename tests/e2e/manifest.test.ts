import { expect, it } from "vitest";
import { manifestFaults } from "../trust/manifest-rules.ts";
import { WANTED } from "./browser-kind.ts";

it("asks the browser for what is listed and no more", () => {
  expect(manifestFaults(WANTED === "firefox" ? "firefox-mv3" : "chrome-mv3")).toEqual([]);
});

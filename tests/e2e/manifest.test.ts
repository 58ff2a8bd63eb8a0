import { expect, it } from "vitest";
import { manifestFaults } from "../trust/manifest-rules.ts";

it("asks Chromium for what is listed and no more", () => {
  expect(manifestFaults("chrome-mv3")).toEqual([]);
});

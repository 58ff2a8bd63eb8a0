import type { TestProject } from "vitest/node";
import { buildBundle } from "./build-bundle.ts";
import { ensureBrowser } from "./ensure-browser.ts";

/** Once before all browser tests: a browser, and the bundle it will load. */
export function setup({ name }: TestProject): void {
  const kind = name === "e2e-firefox" ? "firefox" : "chromium";
  ensureBrowser(kind);
  buildBundle(kind);
}

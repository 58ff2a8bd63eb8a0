import { buildBundle } from "./build-bundle.ts";
import { ensureBrowser } from "./ensure-browser.ts";

/** Once before all browser tests: a browser, and the bundle it will load. */
export function setup(): void {
  ensureBrowser("chromium");
  buildBundle();
}

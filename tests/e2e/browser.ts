import { WANTED } from "./browser-kind.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import type { LaunchOptions, TestBrowser } from "./test-browser.ts";

export { freshProfile, type LaunchOptions, type TestBrowser } from "./test-browser.ts";

/** Starts the browser this run of the tests is about, with the unmodified production bundle. */
export function launchBrowser(options: LaunchOptions): Promise<TestBrowser> {
  return WANTED === "firefox" ? launchFirefox(options) : launchChromium(options);
}

import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";

export type BrowserKind = "chromium" | "firefox";

/** The browser this run of the tests is about; the vitest projects say it. */
export const WANTED: BrowserKind = process.env.TEST_BROWSER === "firefox" ? "firefox" : "chromium";

/** Folder of the unmodified production bundle. */
export function bundleOf(kind: BrowserKind): string {
  const folder = kind === "firefox" ? "firefox-mv3" : "chrome-mv3";
  return join(import.meta.dirname, "..", "..", ".output", folder);
}

const firefoxes = new WeakSet<Browser>();

export function isFirefox(page: Page): boolean {
  return firefoxes.has(page.browser());
}

export function rememberFirefox(browser: Browser): void {
  firefoxes.add(browser);
}

import { WANTED } from "./browser-kind.ts";

/** Files that are not run in Firefox, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "tests/e2e/passkey.test.ts":
    "Firefox makes no passkey for a page of an extension, so the extension offers none there",
  "tests/e2e/popup-closed.test.ts":
    "it starts a Chromium of its own, through the harness of the trust table (row A19)",
};

/**
 * Every second row of a long table, in Firefox: where rows differ in the page alone, the same code
 * reads all of them in both browsers, and Chromium runs them all.
 */
export function halfInFirefox<Row>(rows: readonly Row[]): Row[] {
  return rows.filter((_, at) => WANTED !== "firefox" || at % 2 === 0);
}

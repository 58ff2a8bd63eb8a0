/** Files that are not run in Firefox, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "tests/e2e/passkey.test.ts":
    "Firefox makes no passkey for a page of an extension, so the extension offers none there",
  "tests/e2e/popup-closed.test.ts":
    "it starts a Chromium of its own, through the harness of the trust table (row A19)",
};

/** Files whose promises cannot exist in Firefox, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "tests/e2e/passkey.test.ts":
    "Firefox makes no passkey for a page of an extension, so the extension offers none there",
};

/** Files whose promises cannot exist in Firefox, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "tests/e2e/passkey.test.ts":
    "Firefox makes no passkey for a page of an extension, so the extension offers none there",
};

/**
 * What `npm test` does in Firefox: the files that held there in a row when this list was written,
 * within the time a run may take. Everything else is for `npm run test:firefox`.
 */
export const IN_NPM_TEST: readonly string[] = [
  ...["main-job", "capture", "create-key", "create-key-hand-over", "deleted-in-console"],
  ...["popup", "settings", "managed-policy", "smoke", "reminders"],
  "tour-and-sharing",
  ...["firefox/sites-taken", "firefox/site-data-cleared"],
].map((name) => `tests/e2e/${name}.test.ts`);

import { installDebian, isDebianRoot } from "./debian.ts";
import { findChromium, findFirefox } from "./find-browser.ts";

const KINDS = {
  chromium: { find: findChromium, debian: "chromium", names: "Chrome, Chromium or Edge" },
  firefox: { find: findFirefox, debian: "firefox-esr", names: "Firefox" },
};

/** No browser is here and none can be installed; the message says what to do. */
export class NoBrowserError extends Error {}

/**
 * Path of a browser, installed first on Debian and Ubuntu when that is allowed (as root).
 *
 * @throws {@link NoBrowserError}
 */
export function ensureBrowser(kind: keyof typeof KINDS): string {
  const { find, debian, names } = KINDS[kind];
  const found = find();
  if (found) return found;
  if (isDebianRoot()) {
    process.stdout.write(`No ${names} found: installing ${debian} …\n`);
    installDebian(debian);
    const installed = find();
    if (installed) return installed;
  }
  const variable = kind === "firefox" ? "FIREFOX_PATH" : "CHROME_PATH";
  throw new NoBrowserError(
    `No ${names} was found: please install one, or set ${variable} to its path.`,
  );
}

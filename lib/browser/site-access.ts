import { browser } from "wxt/browser";
import { SITE_PATTERNS, type Site } from "../tasks/sites";

const SITES = Object.keys(SITE_PATTERNS) as Site[];

/**
 * Tells which sites the browser keeps from us, now and at every change: every browser lets a person
 * take an extension's sites from it, and Firefox may begin without them.
 *
 * @returns Ends the telling.
 */
export function followMissingSites(onMissing: (sites: readonly Site[]) => void): () => void {
  let isOver = false;
  const look = async () => {
    const missing = await missingSites();
    if (!isOver) onMissing(missing);
  };
  const lookAgain = () => void look();
  browser.permissions.onAdded.addListener(lookAgain);
  browser.permissions.onRemoved.addListener(lookAgain);
  lookAgain();
  return () => {
    isOver = true;
    browser.permissions.onAdded.removeListener(lookAgain);
    browser.permissions.onRemoved.removeListener(lookAgain);
  };
}

/** Asks the person for all of them, in the turn of their click; `false` when they said no. */
export function askForSites(): Promise<boolean> {
  return browser.permissions.request({ origins: Object.values(SITE_PATTERNS) });
}

async function missingSites(): Promise<Site[]> {
  const granted = await Promise.all(
    SITES.map((site) => browser.permissions.contains({ origins: [SITE_PATTERNS[site]] })),
  );
  return SITES.filter((_, at) => !granted[at]);
}

import { browser } from "wxt/browser";

const CONSOLE = "https://partner.impossiblecloud.com";
const API_KEYS = /^\/api_keys\/?$/;
const APPEARS_MS = 250;

/**
 * The tab to work in: the one in front, else one on the API Keys page, else any; opened behind the
 * others only where there is none, so that there is never a second one.
 */
export async function findConsoleTab(): Promise<number> {
  const present = await bestConsoleTab();
  if (present !== null) return present;
  // A tab that was just opened has no address yet, and would be overlooked.
  await new Promise((resolve) => setTimeout(resolve, APPEARS_MS));
  const late = await bestConsoleTab();
  if (late !== null) return late;
  const opened = await browser.tabs.create({ url: `${CONSOLE}/api_keys`, active: false });
  if (opened.id === undefined) throw new NoTabError("the browser opened no tab");
  return opened.id;
}

async function bestConsoleTab(): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: `${CONSOLE}/*` });
  const rank = ({ active, url, lastAccessed = 0 }: (typeof tabs)[number]) =>
    (active ? 2 : 0) + (url && API_KEYS.test(new URL(url).pathname) ? 4 : 0) + lastAccessed / 1e15;
  const [best] = tabs.sort((a, b) => rank(b) - rank(a));
  return best?.id ?? null;
}

/** Brings a tab to the front. One that is there already is left alone: focusing it would close the popup. */
export async function showTab(tabId: number): Promise<void> {
  const { active, windowId } = await browser.tabs.get(tabId);
  if (!active) await browser.tabs.update(tabId, { active: true });
  if (windowId === undefined) return;
  const { focused } = await browser.windows.get(windowId);
  if (!focused) await browser.windows.update(windowId, { focused: true });
}

/** Asks for the page anew. What merely reloads the answer to a posted form would post it again. */
export async function reloadTab(tabId: number): Promise<void> {
  const { url } = await browser.tabs.get(tabId);
  // Going to an address with a fragment loads nothing where one is on that page already.
  if (url && !url.includes("#")) await browser.tabs.update(tabId, { url });
  else await browser.tabs.reload(tabId);
}

/** Call in the worker's first turn. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

export class NoTabError extends Error {
  override name = "NoTabError";
}

import { browser } from "wxt/browser";

const tabsThat = (are: { url?: string; status?: "loading" }) => browser.tabs.query(are);
type Tab = Awaited<ReturnType<typeof tabsThat>>[number];

const CONSOLE = "https://partner.impossiblecloud.com";
const API_KEYS = /^\/api_keys\/?$/;
const APPEARS_MS = 250;

/**
 * The tab to work in, of all windows: one on the API Keys page before any other, and of several the
 * one that is looked at. One is opened, behind the others, only where there is none.
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
  const [shown, loading, inFront] = await Promise.all([
    tabsThat({ url: `${CONSOLE}/*` }),
    tabsThat({ status: "loading" }),
    browser.windows.getLastFocused().then(({ id }) => id),
  ]);
  // Where a tab is going its address does not say before it is there.
  const coming = loading.filter((tab) => tab.pendingUrl?.startsWith(`${CONSOLE}/`));
  const rank = (tab: Tab) => {
    const url = tab.pendingUrl ?? tab.url;
    const isOnPage = url !== undefined && API_KEYS.test(new URL(url).pathname);
    const isLookedAt = tab.active && tab.windowId === inFront;
    return (isOnPage ? 4 : 0) + (isLookedAt ? 2 : tab.active ? 1 : 0);
  };
  const [best] = [...shown, ...coming].sort(
    (a, b) => rank(b) - rank(a) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  return best?.id ?? null;
}

/** Brings a tab to the front. One that is there already is left alone: focusing it would close the popup. */
export async function showTab(tabId: number): Promise<void> {
  const { active, windowId } = await browser.tabs.get(tabId);
  if (!active) await browser.tabs.update(tabId, { active: true });
  if (windowId === undefined) return;
  const { focused, state } = await browser.windows.get(windowId);
  if (focused) return;
  const isAway = state === "minimized";
  await browser.windows.update(windowId, { focused: true, ...(isAway && { state: "normal" }) });
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

class NoTabError extends Error {
  override name = "NoTabError";
}

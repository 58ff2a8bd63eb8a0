import { browser } from "wxt/browser";

const SHARE = "share-screen";
const OPEN_POPUP = "_execute_action";

/** Call in the worker's first turn. */
export function onShareCommand(listener: () => void): void {
  browser.commands.onCommand.addListener((name) => {
    if (name === SHARE) listener();
  });
}

/** The shortcuts of the browser, as the person may have changed them; empty where one has none. */
export async function browserShortcuts(): Promise<{ openPopup: string; share: string }> {
  const commands = await browser.commands.getAll();
  const keysOf = (wanted: string) => commands.find(({ name }) => name === wanted)?.shortcut || "";
  return { openPopup: keysOf(OPEN_POPUP), share: keysOf(SHARE) };
}

/** Where the browser lets people change them. */
export async function openShortcutSettings(): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser.commands as Firefox).openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}

/** Since Firefox 137; the types do not know it yet. */
type Firefox = typeof browser.commands & { openShortcutSettings(): Promise<void> };

import { browser } from "wxt/browser";

/** The browser started, or the extension was installed or updated. Call in the worker's first turn. */
export function onStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
  browser.runtime.onInstalled.addListener(listener);
}

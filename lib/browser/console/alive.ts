import { browser } from "wxt/browser";

/** `false` in a content script whose extension was removed, switched off or updated. */
export function isExtensionAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

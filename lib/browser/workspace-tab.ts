import { browser } from "wxt/browser";

/**
 * Opens the workspace in a tab of its own.
 *
 * @param unlock - The way to be tried as soon as it is open.
 */
export async function openWorkspace(unlock?: "passkey"): Promise<void> {
  const query = unlock ? `?unlock=${unlock}` : "";
  await browser.tabs.create({ url: `${browser.runtime.getURL("/workspace.html")}${query}` });
}

import { browser } from "wxt/browser";

export const CLIPBOARD_ALARM = "empty-clipboard";

/** An alarm outlives popup, lock and worker; a timer would not. A second copy starts the time anew. */
export async function emptyClipboardIn(seconds: number): Promise<void> {
  await browser.alarms.create(CLIPBOARD_ALARM, { delayInMinutes: seconds / 60 });
}

/**
 * Puts an empty text on the clipboard. What is in it is not looked at: reading it would need a
 * permission to see everything the person copies.
 */
export async function emptyClipboard(): Promise<void> {
  if (import.meta.env.FIREFOX) return navigator.clipboard.writeText("");
  // Chromium's worker has no clipboard. The document empties it while it loads.
  await chrome.offscreen.createDocument({
    url: "offscreen.html",
    reasons: ["CLIPBOARD"],
    justification: "Empties the clipboard a while after an API key was copied.",
  });
  await chrome.offscreen.closeDocument();
}

declare const chrome: {
  offscreen: {
    createDocument(options: {
      url: string;
      reasons: string[];
      justification: string;
    }): Promise<void>;
    closeDocument(): Promise<void>;
  };
};

import { browser } from "wxt/browser";
import { DEFAULT_SETTINGS, type Settings } from "../../tasks/settings/settings";

const KEY = "settings";
/** Of the extension's own origin; `storage.onChanged` would bring every row of the second copy along. */
const CHANNEL = "settings-changes";

/**
 * What the person chose, as the background checked it before it was written. Chromium keeps
 * `storage.local` from content scripts; it holds no secret anyway.
 */
export async function readSettings(): Promise<Settings> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return { ...DEFAULT_SETTINGS, ...(stored as Partial<Settings> | undefined) };
}

export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
  announceSettingsChange();
}

/** Settings, or what the organisation decided about them, are others now. */
export function announceSettingsChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** @returns a function that stops listening. */
export function onSettingsChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", listener);
  return () => channel.close();
}

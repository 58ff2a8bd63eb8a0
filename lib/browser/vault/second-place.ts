import { browser } from "wxt/browser";
import { mirrorDb } from "../../vault/mirror-db";
import type { CopyArea, SecondPlace } from "../../vault/second-place";
import { anchorArea } from "./anchor-area";
import { written } from "./fresh-logs";

/** `storage.local`: a file of its own, apart from IndexedDB's. */
const localArea: CopyArea = {
  get: (names) => browser.storage.local.get(names),
  async names(prefix) {
    // Every Chromium we support has it; the polyfill does not know it.
    return (await chrome.storage.local.getKeys()).filter((name) => name.startsWith(prefix));
  },
  set: (entries) => written(browser.storage.local.set(entries)),
  remove: (names) => written(browser.storage.local.remove(names)),
};

/**
 * Firefox has no way to close `storage.local` to content scripts, so the second copy is a database
 * there; the anchor tells nothing and may stand in `storage.local` on both.
 */
export const areas: Pick<SecondPlace, "mirror" | "anchor"> = {
  mirror: import.meta.env.FIREFOX ? mirrorDb() : localArea,
  anchor: anchorArea(localArea),
};

/** Keeps content scripts out of `storage.local`. Chromium remembers it; it is said at every start all the same. */
export async function closeLocalToPages(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

declare const chrome: {
  storage: {
    local: {
      setAccessLevel(options: { accessLevel: string }): Promise<void>;
      getKeys(): Promise<string[]>;
    };
  };
};

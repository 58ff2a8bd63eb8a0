import { browser } from "wxt/browser";
import type { Creation } from "../../tasks/creation/creation";

const KEY = "creation";

/** Written by {@link writeCreation} alone, in an area that no page can reach; so its shape is trusted. */
export async function readCreation(): Promise<Creation | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as Creation | undefined) ?? null;
}

export async function writeCreation(creation: Creation | null): Promise<void> {
  if (creation) await browser.storage.session.set({ [KEY]: creation });
  else await browser.storage.session.remove(KEY);
}

/** Shows the creation now and whenever it moves on; a worker need not run for it. @returns what stops it. */
export function followCreation(show: (creation: Creation | null) => void): () => void {
  let isFollowing = true;
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY];
    if (area === "session" && change) show((change.newValue as Creation | undefined) ?? null);
  };
  browser.storage.onChanged.addListener(changed);
  void readCreation().then((creation) => {
    if (isFollowing) show(creation);
  });
  return () => {
    isFollowing = false;
    browser.storage.onChanged.removeListener(changed);
  };
}

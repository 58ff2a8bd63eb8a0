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
  const changed = ({ [KEY]: change }: Record<string, { newValue?: unknown }>): void => {
    if (change) show((change.newValue as Creation | undefined) ?? null);
  };
  // Of this area alone: the others bring every row of the second copy along.
  const { onChanged } = browser.storage.session;
  onChanged.addListener(changed);
  void readCreation().then((creation) => {
    if (isFollowing) show(creation);
  });
  return () => {
    isFollowing = false;
    onChanged.removeListener(changed);
  };
}

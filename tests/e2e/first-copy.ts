import type { Page } from "puppeteer-core";

interface Watching {
  copyPlaces: string[];
}

/**
 * From now on notes where the first key's *Copy* stands, in each frame that has one. Runs in the
 * page, before its own scripts where it is handed to `evaluateOnNewDocument`.
 */
export function watchFirstCopy(): void {
  const copyPlaces: string[] = [];
  Object.assign(globalThis, { copyPlaces });
  const look = () => {
    const copy = document.querySelector(".copy-key");
    if (copy) {
      const { top, height } = copy.getBoundingClientRect();
      // The page may have been scrolled by whoever looks at it.
      const place = `${copy.getAttribute("aria-label")} at ${top + scrollY}, ${height} high`;
      if (copyPlaces.at(-1) !== place) copyPlaces.push(place);
    }
    requestAnimationFrame(look);
  };
  look();
}

/** All places where it stood, in order. */
export function copyPlaces(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Watching).copyPlaces);
}

import type { Page } from "puppeteer-core";

interface Watching {
  buttonPlaces: Record<string, string[]>;
}

/**
 * From now on notes where the buttons of the keys stand that a hand goes to first, in each frame
 * that has them: the first key's *Copy*, *New key* and *Add key by hand*. Runs in the page, before
 * its own scripts where it is handed to `evaluateOnNewDocument`.
 */
export function watchButtons(): void {
  const buttonPlaces: Record<string, string[]> = {};
  Object.assign(globalThis, { buttonPlaces });
  const look = () => {
    const buttons = [...document.querySelectorAll("button")];
    const called = (name: string) => buttons.find((one) => one.textContent?.trim() === name);
    const watched = {
      Copy: buttons.find((one) => one.ariaLabel?.startsWith("Copy ")),
      "New key": called("New key"),
      "Add key by hand": called("Add key by hand"),
    };
    for (const [name, button] of Object.entries(watched)) {
      if (!button) continue;
      // Downwards only: a panel that gets a scrollbar grows to the left, and what it says of its own
      // place on the screen comes late. The page may have been scrolled by whoever looks at it.
      const { top, height } = button.getBoundingClientRect();
      const place = `${top + scrollY}, ${height} high`;
      const places = buttonPlaces[name] ?? [];
      if (places.at(-1) !== place) buttonPlaces[name] = [...places, place];
    }
    requestAnimationFrame(look);
  };
  look();
}

/** All places where each of them stood, in order. */
export function buttonPlaces(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => (globalThis as unknown as Watching).buttonPlaces);
}

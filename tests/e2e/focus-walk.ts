import type { Page } from "puppeteer-core";
import { isFirefox } from "./browser-kind.ts";

const MOST_STOPS = 120;

/**
 * Walks through a page with the Tab key, once round.
 *
 * @returns The stops where nobody could see that they are there, a line each: without an outline, or
 * hidden below something else. Walked in Chromium only: why Firefox, while it is driven, answers for
 * some places of the workspace that no ring is drawn is not understood yet.
 */
export async function unseenStops(page: Page): Promise<string[]> {
  if (isFirefox(page)) return [];
  const unseen: string[] = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const stops = new Set<string>();
  let last = "";
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtStop);
    // A field for a date has several stops within.
    if (stop !== null && stop.path === last) continue;
    if (stop === null || stops.has(stop.path)) break;
    last = stop.path;
    stops.add(stop.path);
    if (stop.fault) unseen.push(`${stop.name}: ${stop.fault}`);
  }
  if (stops.size === 0) throw new Error("there was nothing to walk through");
  return unseen;
}

/** Runs in the page. `null` where nothing of it has the focus. */
function lookAtStop(): { path: string; name: string; fault: string | null } | null {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  // A choice is drawn by the element behind its own, which cannot be seen.
  const drawn = getComputedStyle(at).opacity === "0" ? (at.nextElementSibling ?? at) : at;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn);
  const hasOutline =
    outlineStyle !== "none" &&
    Number.parseFloat(outlineWidth) >= 1.5 &&
    !/, 0\)$|\/ 0\)$/.test(outlineColor);
  const { left, top, right, bottom } = drawn.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const over = document.elementFromPoint(x, y);
  const isUncovered =
    over !== null && (over === at || drawn.contains(over) || over.contains(drawn));
  const path: number[] = [];
  for (let one: Element | null = at; one?.parentElement; one = one.parentElement)
    path.unshift([...one.parentElement.children].indexOf(one));
  const words = at.getAttribute("aria-label") ?? at.textContent?.trim() ?? "";
  return {
    path: path.join("."),
    name: `${at.localName} “${(words || at.id).slice(0, 50)}”`,
    fault: !hasOutline
      ? "no outline"
      : !isUncovered
        ? `covered by ${over?.outerHTML.slice(0, 80)}`
        : null,
  };
}

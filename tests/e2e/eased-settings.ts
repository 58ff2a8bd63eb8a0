import type { CDPSession, Page } from "puppeteer-core";
import { isFirefox } from "./browser-kind.ts";

/**
 * What cannot be told apart where the system draws everything in a few colours of its own, a line
 * each: texts of a state without an edge, what is chosen, icons. Firefox lets nobody ask for it.
 */
export async function lostInForcedColours(page: Page): Promise<string[]> {
  return whileEmulated(page, "forced-colors", "active", () => {
    const lost: string[] = [];
    const roots: ParentNode[] = [document];
    for (let root = roots.shift(), all: Element[] = []; root; root = roots.shift()) {
      all = [...root.querySelectorAll("*")];
      roots.push(...all.flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : [])));
      const seen = (selector: string) =>
        all.filter((one) => one.matches(selector) && one.checkVisibility());
      const name = (one: Element) => `${one.localName} “${one.textContent?.trim().slice(0, 40)}”`;
      const look = (one: Element) => {
        const { backgroundColor, borderBottomColor, outlineStyle } = getComputedStyle(one);
        return [backgroundColor, borderBottomColor, outlineStyle].join();
      };
      const edged = ".badge, .notice, [data-icmc-badge], .card:has(.words)";
      for (const one of seen(edged)) {
        const { borderStyle, outlineStyle } = getComputedStyle(one);
        if (borderStyle === "none" && outlineStyle === "none") lost.push(`no edge: ${name(one)}`);
      }
      for (const [chosen, other] of [
        ["[aria-selected=true]", "[aria-selected=false]"],
        ["button[aria-pressed=true]:not(.link)", "button:not([aria-pressed=true], .icon-button)"],
        ["nav [aria-current=page]", "nav a:not([aria-current])"],
        ["input:checked + .choice-name", "input:not(:checked) + .choice-name"],
      ] as const) {
        const plain = seen(other).map(look);
        for (const one of seen(chosen))
          if (plain.includes(look(one))) lost.push(`not told from the others: ${name(one)}`);
      }
      const ground = getComputedStyle(document.body).backgroundColor;
      for (const one of seen("svg.icon"))
        if (getComputedStyle(one).stroke === ground)
          lost.push(`an icon in the colour of the ground: ${name(one.parentElement ?? one)}`);
    }
    return lost;
  });
}

/** What still moves for people who asked their system for less motion, a line each. */
export async function movingDespiteWish(page: Page): Promise<string[]> {
  return whileEmulated(page, "prefers-reduced-motion", "reduce", () => {
    const moves = (style: CSSStyleDeclaration) =>
      [style.animationDuration, style.transitionDuration].some((durations) =>
        durations.split(",").some((one) => Number.parseFloat(one) > 0),
      );
    return [...document.querySelectorAll("*")]
      .filter((one) =>
        [null, "::before", "::after"].some((part) => moves(getComputedStyle(one, part))),
      )
      .map((one) => `moves: ${one.localName}.${one.className}`);
  });
}

async function whileEmulated(
  page: Page,
  name: string,
  value: string,
  look: () => string[],
): Promise<string[]> {
  if (isFirefox(page)) return [];
  // The page's own call takes only some of the settings there are.
  const session: CDPSession = await page.createCDPSession();
  try {
    await session.send("Emulation.setEmulatedMedia", { features: [{ name, value }] });
    const isOn = await page.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`);
    if (!isOn) throw new Error(`the browser did not take ${name}: ${value}`);
    return await page.evaluate(look);
  } finally {
    await session.send("Emulation.setEmulatedMedia", { features: [] });
    await session.detach();
  }
}

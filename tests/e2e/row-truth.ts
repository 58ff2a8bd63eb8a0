import type { Page } from "puppeteer-core";
import type { IssuedKey } from "../icmc/state.ts";

/** What stands in the page about one key that can be seen. */
export interface SeenRow {
  description: string;
  /** States of the badges in its row; one is right. */
  badges: string[];
}

export interface SeenPage {
  rows: SeenRow[];
  /** Badges anywhere in the page, in rows or not. */
  badges: number;
}

/**
 * The rows of the page, found without any knowledge of its markup: a row is the largest rendered
 * surroundings of a description that hold no other one.
 */
export function seenPage(page: Page, descriptions: readonly string[]): Promise<SeenPage> {
  return page.evaluate((names) => {
    const wanted = new Set(names);
    const parentOf = (node: Element): Element | null => {
      if (node.assignedSlot) return node.assignedSlot;
      const root = node.parentNode;
      return root instanceof ShadowRoot ? root.host : node.parentElement;
    };
    const leaves: Element[] = [];
    const badges: Element[] = [];
    const walk = (root: ParentNode) => {
      for (const one of root.querySelectorAll("*")) {
        if (one.shadowRoot) walk(one.shadowRoot);
        if (one.hasAttribute("data-icmc-badge")) badges.push(one);
        const own = [...one.childNodes].filter((node) => node.nodeType === 3);
        const text = own.map((node) => node.nodeValue).join("");
        if (wanted.has(text.trim()) && one.checkVisibility() && !one.matches("option"))
          leaves.push(one);
      }
    };
    walk(document);
    const around = new Map<Element, Set<string>>();
    for (const leaf of leaves) {
      for (let at: Element | null = leaf; at; at = parentOf(at)) {
        const held = around.get(at) ?? new Set();
        held.add(leaf.textContent?.trim() ?? "");
        around.set(at, held);
      }
    }
    const rows = leaves.map((leaf) => {
      let row = leaf;
      for (let at = parentOf(leaf); at && around.get(at)?.size === 1; at = parentOf(at)) row = at;
      const inside = badges.filter((badge) => {
        for (let at: Element | null = badge; at; at = parentOf(at)) if (at === row) return true;
        return false;
      });
      return {
        description: leaf.textContent?.trim() ?? "",
        badges: inside.map((badge) => badge.getAttribute("data-icmc-badge") ?? ""),
      };
    });
    return { rows, badges: badges.length };
  }, descriptions);
}

/** What the badge of a key has to say at this instant. */
export function trueState(
  { validUntilMs }: Pick<IssuedKey, "validUntilMs">,
  nowMs: number,
  precision: "minute" | "day" | "relative",
): string {
  if (validUntilMs === null) return "never";
  const endMs =
    precision === "day" ? new Date(validUntilMs).setHours(23, 59, 59, 999) : validUntilMs;
  const days = (endMs - nowMs) / 86_400_000;
  if (days < 0) return "expired";
  return days <= 7 ? "urgent" : days <= 30 ? "soon" : "valid";
}

import * as dom from "./dom";
import { parentAcross, referencedText, textOf } from "./text";

const TITLE = "h1,h2,h3,h4,h5,h6,[role=heading],legend,caption,summary";
const BOUNDARY = new Set(["BODY", "HTML"]);

/** The title of a list: its caption or label, otherwise the nearest heading before it. Empty without one. */
export function nearestTitle(element: Element): string {
  const own =
    referencedText(element, "aria-labelledby") ||
    dom.getAttribute(element, "aria-label") ||
    captionOf(element);
  if (own) return own.slice(0, 200);
  let at: Element | null = element;
  for (let up = 0; at && !BOUNDARY.has(dom.tagName(at)) && up < 40; up++) {
    const before = headingBefore(at);
    if (before) return textOf(before).slice(0, 200);
    at = parentAcross(at);
    const label =
      at && dom.matches(at, "section,article,[role=region],[role=tabpanel],[role=group]")
        ? referencedText(at, "aria-labelledby") || dom.getAttribute(at, "aria-label")
        : null;
    if (label) return label.slice(0, 200);
  }
  return "";
}

function captionOf(element: Element): string {
  const caption = dom.querySelector(element, ":scope > caption");
  return caption ? textOf(caption) : "";
}

function headingBefore(element: Element): Element | null {
  let sibling = dom.previousElementSibling(element);
  for (let back = 0; sibling && back < 50; back++) {
    if (dom.matches(sibling, TITLE)) return sibling;
    const inside = dom.querySelectorAll(sibling, TITLE);
    const last = inside[inside.length - 1];
    if (last && !dom.closest(last, "nav,table,[role=grid],[role=navigation],li")) return last;
    sibling = dom.previousElementSibling(sibling);
  }
  return null;
}

import * as dom from "../../lib/page/dom";
import { closestAcross, isShown } from "../../lib/page/text";
import type { TokenPlace } from "../../lib/page/token-place";

const GAP = 10;
const EDGE = 12;

/**
 * Where the control must stand to be usable: beside the page's tree, unless a modal `<dialog>`
 * makes everything outside of itself inert; then at its very end.
 */
export function homeFor(element: Element): Element {
  return closestAcross(element, "dialog:modal") ?? dom.documentElement();
}

/** A spot in the viewport near the token that covers neither it nor anything to press or type in. */
export function spotFor(
  { container, element }: TokenPlace,
  { width, height }: DOMRect,
): { left: number; top: number } {
  const panel = panelBox(container, element);
  const avoid = [
    element,
    ...dom.querySelectorAll(container, "button,[role=button],a,input,textarea,code,pre"),
  ]
    .filter(isShown)
    .map((part) => dom.getBoundingClientRect(part))
    .filter((box) => box.width > 0);
  const middle = panel.left + (panel.width - width) / 2;
  const right = innerWidth - width - EDGE;
  const bottom = innerHeight - height - EDGE;
  const spots = [
    { left: middle, top: panel.bottom + GAP },
    { left: middle, top: panel.top - height - GAP },
    { left: panel.right + GAP, top: panel.bottom - height },
    { left: panel.left - width - GAP, top: panel.bottom - height },
    { left: right, top: bottom },
    { left: EDGE, top: bottom },
    { left: right, top: EDGE },
    { left: EDGE, top: EDGE },
  ].map(({ left, top }) => ({ left: clamp(left, EDGE, right), top }));
  const fits = spots.find(
    ({ left, top }) =>
      top >= EDGE && top <= bottom && !avoid.some((box) => overlaps(box, left, top, width, height)),
  );
  return fits ?? { left: right, top: bottom };
}

/** The dialog's visible panel: the largest box around the token that is not the whole window. */
function panelBox(container: Element, element: Element): DOMRect {
  let panel = dom.getBoundingClientRect(element);
  for (let at: Element | null = element; at; at = dom.parentElement(at)) {
    const box = dom.getBoundingClientRect(at);
    if (box.height > 0.9 * innerHeight) break;
    if (box.width * box.height > panel.width * panel.height) panel = box;
    if (at === container) break;
  }
  return panel;
}

function overlaps(box: DOMRect, left: number, top: number, width: number, height: number): boolean {
  return box.left < left + width && box.right > left && box.top < top + height && box.bottom > top;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

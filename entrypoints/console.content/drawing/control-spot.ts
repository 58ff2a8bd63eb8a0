import * as dom from "../../../lib/page/dom";
import { closestAcross, isShown } from "../../../lib/page/text";
import type { TokenPlace } from "../../../lib/page/token-place";
import { isOnTop } from "./is-on-top";

const GAP = 10;
const EDGE = 12;

/**
 * Where the control must stand to be usable: beside the page's tree, unless a modal `<dialog>`
 * makes everything outside of itself inert; then at its very end.
 */
export function homeFor(element: Element): Element {
  return closestAcross(element, "dialog:modal") ?? dom.documentElement();
}

/** What a person came to read or press; the control covers of it what costs least. */
const PRESSED = "button,[role=button],a[href],input,textarea,select,[tabindex]";
const WRITTEN = "h1,h2,h3,h4,h5,h6,[role=heading],p,label,code,pre,li,td,th,dt,dd";
const MOST_PARTS = 400;

/** The spot in the viewport near the token that covers neither it nor, if any way, something to press or read. */
export function spotFor(
  { container, element }: TokenPlace,
  { width, height }: DOMRect,
): { left: number; top: number } {
  const panel = panelBox(container, element);
  const costs = coveredAt(element, container);
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
  let best = { left: right, top: bottom };
  let least = Number.POSITIVE_INFINITY;
  for (const { left, top } of spots) {
    if (top < EDGE || top > bottom) continue;
    let cost = 0;
    for (const { box, weight } of costs)
      if (overlaps(box, left, top, width, height)) cost += weight;
    if (cost >= least) continue;
    least = cost;
    best = { left, top };
  }
  return best;
}

/** Boxes on screen with what it costs to cover them. */
function coveredAt(element: Element, container: Element): { box: DOMRect; weight: number }[] {
  const body = dom.bodyOf(document);
  const weighed: [Element, number][] = [
    [element, 1_000],
    ...partsOf(container, PRESSED).map((part): [Element, number] => [part, 100]),
    ...partsOf(container, WRITTEN).map((part): [Element, number] => [part, 10]),
    ...(body ? partsOf(body, PRESSED).filter(isOnTop) : []).map((part): [Element, number] => [
      part,
      5,
    ]),
    ...(body ? partsOf(body, WRITTEN).filter(isOnTop) : []).map((part): [Element, number] => [
      part,
      1,
    ]),
  ];
  return weighed
    .map(([part, weight]) => ({ box: dom.getBoundingClientRect(part), weight }))
    .filter(({ box }) => box.width > 0 && box.bottom > 0 && box.top < innerHeight);
}

function partsOf(root: Element, selector: string): Element[] {
  return [...dom.querySelectorAll(root, selector)].slice(0, MOST_PARTS).filter(isShown);
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

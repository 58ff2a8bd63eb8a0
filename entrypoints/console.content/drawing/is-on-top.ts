import * as dom from "../../../lib/page/dom";
import { OURS, parentAcross } from "../../../lib/page/text";

/** `false` for what lies behind a dialog's backdrop: nobody reads or presses it now. */
export function isOnTop(part: Element): boolean {
  const { left, top, width, height } = dom.getBoundingClientRect(part);
  // Our own control moves away. Outside the viewport nothing is hit, nor is anything covered there.
  const hit = document
    .elementsFromPoint(left + width / 2, top + height / 2)
    .find((one) => !dom.matches(one, OURS));
  if (!hit || dom.contains(part, hit)) return true;
  for (let at: Element | null = part; at; at = parentAcross(at)) if (at === hit) return true;
  return false;
}

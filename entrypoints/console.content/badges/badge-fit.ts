import * as dom from "../../../lib/page/dom";
import type { KnownRow } from "./known-row";

const GAP_PX = 8;
/** From this height on, a badge finds room below the date. */
const TALL_PX = 52;
/** A badge reduced to its dot; its words stand in its title. */
const DOT_PX = 18;

/**
 * Whether the cells of these rows cut off what does not fit. To be asked before badges are put into
 * them, and alone: to answer behind that, or how wide a padding is, the browser would do its work on
 * the whole list here and now.
 */
export function cutsOff([first]: KnownRow[]): boolean {
  return first !== undefined && getComputedStyle(first.row.expiryCell).overflowX !== "visible";
}

/**
 * Cells of grids cut off what does not fit. There a badge stands below its date; in a low row only
 * its coloured dot stays, at the end of the cell, so that the date remains readable.
 */
export function fitBadges(rows: KnownRow[], write: (change: () => void) => void): void {
  const [first] = rows;
  if (!first) return;
  const style = getComputedStyle(first.row.expiryCell);
  const before = Number.parseFloat(style.paddingLeft);
  const after = Number.parseFloat(style.paddingRight);
  const moves = rows.flatMap(({ row, element }) => {
    if (!element || !dom.isConnected(element)) return [];
    const cell = dom.getBoundingClientRect(row.expiryCell);
    const badge = dom.getBoundingClientRect(element);
    const full = Math.max(badge.width, element.scrollWidth);
    const shift = Number.parseFloat(element.style.marginLeft) - GAP_PX;
    const drop = Number.parseFloat(element.style.top) || 0;
    const left = badge.left - shift;
    const over = left + full - (cell.right - after);
    if (over <= 0) return [{ element, margin: GAP_PX, top: 0, isDot: false }];
    if (cell.height < TALL_PX) {
      const beyond = Math.max(0, Math.ceil(left + DOT_PX - (cell.right - 2)));
      return [{ element, margin: GAP_PX - beyond, top: 0, isDot: true }];
    }
    const margin = GAP_PX - (left - (cell.left + before));
    return [{ element, margin, top: cell.bottom - 1 - (badge.bottom - drop), isDot: false }];
  });
  write(() => {
    for (const { element, margin, top, isDot } of moves) {
      element.style.setProperty("width", isDot ? `${DOT_PX}px` : "auto", "important");
      element.style.setProperty("overflow", isDot ? "hidden" : "visible", "important");
      element.style.setProperty("margin-left", `${margin}px`, "important");
      element.style.setProperty("position", top ? "relative" : "static", "important");
      element.style.setProperty("top", `${top}px`, "important");
    }
  });
}

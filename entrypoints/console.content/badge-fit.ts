import * as dom from "../../lib/page/dom";
import type { KnownRow } from "./known-row";

const GAP_PX = 8;
/** From this height on, a badge finds room below the date. */
const TALL_PX = 40;

/**
 * Cells of grids cut off what does not fit. There a badge stands below its date; in a low row it
 * moves back over the end of the date, whose whole instant stands in its title, rather than out
 * of sight.
 */
export function fitBadges(rows: KnownRow[], write: (change: () => void) => void): void {
  const [first] = rows;
  if (!first) return;
  const { overflowX, paddingLeft, paddingRight } = getComputedStyle(first.row.expiryCell);
  if (overflowX === "visible") return;
  const [before, after] = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)];
  const moves = rows.flatMap(({ row, element }) => {
    if (!element || !dom.isConnected(element)) return [];
    const cell = dom.getBoundingClientRect(row.expiryCell);
    const badge = dom.getBoundingClientRect(element);
    const shift = Number.parseFloat(element.style.marginLeft) - GAP_PX;
    const drop = Number.parseFloat(element.style.top) || 0;
    const over = badge.right - shift - (cell.right - after);
    if (over <= 0) return [{ element, margin: GAP_PX, top: 0 }];
    if (cell.height < TALL_PX) return [{ element, margin: GAP_PX - Math.ceil(over), top: 0 }];
    const back = badge.left - shift - (cell.left + before);
    return [{ element, margin: GAP_PX - back, top: cell.bottom - 1 - (badge.bottom - drop) }];
  });
  write(() => {
    for (const { element, margin, top } of moves) {
      element.style.setProperty("margin-left", `${margin}px`, "important");
      element.style.setProperty("position", top ? "relative" : "static", "important");
      element.style.setProperty("top", `${top}px`, "important");
    }
  });
}

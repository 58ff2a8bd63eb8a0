import type { PlacedCell } from "./column";

export const ROW = "tr,[role=row]";
const CELL = "td,th,[role=gridcell],[role=cell],[role=rowheader],[role=columnheader]";

/** Cells of several header rows with the columns they cover; a cell may reach down over rows. */
export function layoutOf(rows: Element[]): PlacedCell[] {
  const taken = new Set<string>();
  return rows.flatMap((row, y) => {
    let x = 0;
    return placed(row).map(({ element, span }) => {
      while (taken.has(`${x},${y}`)) x++;
      const index = x;
      const down = spanOf(element, "rowspan");
      for (let dy = 0; dy < down; dy++)
        for (let dx = 0; dx < span; dx++) taken.add(`${x + dx},${y + dy}`);
      x += span;
      return { element, index, span };
    });
  });
}

/** The cells of one row; cells may stand inside wrappers, and in the row's shadow tree. */
export function placed(row: Element): PlacedCell[] {
  const direct = [...row.children].filter((child) => child.matches(CELL));
  const cells = direct.length > 0 ? direct : deepCells(row);
  let index = 0;
  return cells.map((element) => {
    const span = spanOf(element, "colspan");
    const cell = { element, index, span };
    index += span;
    return cell;
  });
}

function deepCells(row: Element): Element[] {
  const inside = [...(row.shadowRoot ?? row).querySelectorAll(CELL)];
  return inside.filter(
    (cell) => cell.parentElement?.closest(`${CELL},${ROW}`) === (row.shadowRoot ? null : row),
  );
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Number(cell.getAttribute(name) ?? cell.getAttribute(`aria-${name}`) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 100) : 1;
}

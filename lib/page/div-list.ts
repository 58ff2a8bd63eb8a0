import { readUnder } from "./cell-text";
import { type Columns, cellOf, type PlacedCell, recogniseColumns, signatureOf } from "./column";
import * as dom from "./dom";
import type { KeyList, KeyRow } from "./key-list";
import { flatParent, isShown, OURS, textOf } from "./text";

interface HeaderRow {
  element: Element;
  columns: Columns;
  width: number;
}

/** The header row a label stands in: the nearest ancestor whose children name two or more columns. */
export function headerRowAt(label: Element): HeaderRow | null {
  let at = dom.parentElement(label);
  for (let up = 0; at && up < 5; up++, at = dom.parentElement(at)) {
    const cells = placed(at);
    if (cells.length < 2 || dom.localName(at) === "dl") continue;
    // A row that holds values is an entry, not a header.
    if (/\d{2}/.test(textOf(at))) continue;
    const columns = recogniseColumns(cells);
    const isHeader = columns.expiry && (columns.created ?? columns.description);
    if (!isHeader) continue;
    return { element: at, columns, width: cells.length };
  }
  return null;
}

/** Rows of plain elements below a header row: its siblings, or the children of what follows it. */
export function divList(header: HeaderRow): KeyList | null {
  let frame: Element = header.element;
  for (let up = 0; up < 3; up++) {
    if (rowsAfter(frame, header).length > 0) break;
    const parent: Element | null = dom.parentElement(frame);
    if (!parent || dom.matches(parent, "body,main,form,dialog")) return null;
    frame = parent;
  }
  const root = dom.parentElement(frame);
  if (!root || rowsAfter(frame, header).length === 0) return null;
  const rows = () => rowsAfter(frame, header);
  return {
    shape: "divs",
    root,
    headerRoot: header.element,
    columns: Object.fromEntries(
      Object.entries(header.columns).map(([part, { text }]) => [part, text]),
    ),
    signature: signatureOf(header.columns, header.width),
    rows,
    rowAround: (node) => {
      const path: Element[] = [];
      for (
        let at = dom.nodeType(node) === 1 ? (node as Element) : flatParent(node);
        at && at !== root;
        at = flatParent(at)
      ) {
        path.push(at);
      }
      if (path.at(-1) === frame) return null;
      return path.slice(-DEEPEST).findLast((at) => isRow(at, header)) ?? null;
    },
    read: (row) => readRow(row, header),
  };
}

function readRow(row: Element, { columns, width }: HeaderRow): KeyRow | null {
  if (!columns.expiry || !isShown(row) || dom.getAttribute(row, "aria-hidden") === "true")
    return null;
  const cells = placed(row);
  const expiryCell = cellOf(cells, columns.expiry, width);
  if (!expiryCell || dom.matches(expiryCell, "button,a")) return null;
  if (dom.querySelector(expiryCell, "input,select,textarea")) return null;
  const created = columns.created ? cellOf(cells, columns.created, width) : null;
  const named = columns.description ? cellOf(cells, columns.description, width) : null;
  const expiry = readUnder(cells, columns.expiry, expiryCell, width);
  const description = named ? textOf(named).slice(0, 500) : "";
  if (!expiry.text && !description) return null;
  return {
    element: row,
    expiryCell,
    cells: {
      expiry,
      created:
        created && columns.created ? readUnder(cells, columns.created, created, width) : null,
    },
    description,
  };
}

function rowsAfter(frame: Element, header: HeaderRow): Element[] {
  const rows: Element[] = [];
  for (let at = dom.nextElementSibling(frame); at; at = dom.nextElementSibling(at)) {
    rows.push(...rowsFrom(at, header));
  }
  return rows;
}

/** Rows may stand in so many elements, one in the other. */
const DEEPEST = 4;

/** What follows a header is a row itself or holds the rows. */
function rowsFrom(element: Element, header: HeaderRow, deepest = DEEPEST): Element[] {
  if (isRow(element, header)) return [element];
  if (deepest === 1) return [];
  return [...dom.children(element)].flatMap((child) => rowsFrom(child, header, deepest - 1));
}

/** Built like the header, or with one cell more that needs none. As many rows, one below the other, are no row. */
function isRow(element: Element, { width }: HeaderRow): boolean {
  const isBuiltSo = (cells: PlacedCell[]) => cells.length === width || cells.length === width + 1;
  const cells = placed(element);
  if (!isBuiltSo(cells) || dom.matches(element, "form,nav,header,footer")) return false;
  const [one, other] = cells
    .filter(({ element }) => isBuiltSo(placed(element)))
    .map(({ element }) => dom.getBoundingClientRect(element));
  return !one || !other || other.top < one.bottom;
}

function placed(row: Element): PlacedCell[] {
  return [...dom.children(row)]
    .filter((child) => !dom.matches(child, OURS))
    .map((element, index) => ({ element, index, span: 1 }));
}

import { readUnder } from "./cell-text";
import { type Columns, cellOf, type PlacedCell, recogniseColumns, signatureOf } from "./column";
import * as dom from "./dom";
import type { KeyList, KeyRow } from "./key-list";
import { queryRoots } from "./roots";
import { flatParent, isShown, textOf } from "./text";

const TABULAR = "table,[role=grid],[role=table],[role=treegrid]";
const ROW = "tr,[role=row]";
const HEADER_CELL = "th,[role=columnheader]";
const CELL = "td,th,[role=gridcell],[role=cell],[role=rowheader],[role=columnheader]";
/** Header rows beyond these belong to no list a person would read. */
const MOST_HEADER_ROWS = 6;

interface Header {
  columns: Columns;
  width: number;
  rows: Element[];
}

/** Lists with a header row that names an expiry column: tables, grids, and tables with their header in another. */
export function findTabularLists(roots: ParentNode[]): KeyList[] {
  const tables = queryRoots(roots, TABULAR);
  const headers = new Map(
    tables.flatMap((table) => {
      const header = headerOf(table);
      return header ? [[table, header] as const] : [];
    }),
  );
  // A table in the details of a key tells something else about it.
  const isDetail = (table: Element) =>
    [...headers.keys()].some((other) => other !== table && dom.contains(other, table));
  return [...headers].flatMap(([table, header]) => {
    if (isDetail(table)) return [];
    const body = hasBody(table, header) ? table : bodyFor(table, tables, headers);
    return [tabularList(body ?? table, table, header)];
  });
}

function tabularList(root: Element, headerRoot: Element, header: Header): KeyList {
  const { columns } = header;
  const width = hasTallCells(root) ? UNKNOWN_WIDTH : header.width;
  const headerRows = new Set(header.rows);
  const texts = Object.fromEntries(Object.entries(columns).map(([part, { text }]) => [part, text]));
  const rowAround = (node: Node): Element | null => {
    let at = dom.nodeType(node) === 1 ? (node as Element) : flatParent(node);
    for (; at && at !== root; at = flatParent(at)) {
      if (dom.matches(at, ROW) && tableOf(at) === root) return at;
    }
    return null;
  };
  return {
    shape: dom.localName(root) === "table" && !isGridRole(root) ? "table" : "grid",
    root,
    headerRoot: headerRoot === root ? (dom.parentElement(header.rows[0]) ?? null) : headerRoot,
    columns: texts,
    signature: signatureOf(columns, width),
    rows: (most) => rowsOf(root, most).filter((row) => !headerRows.has(row)),
    rowAround,
    read: (row) => (headerRows.has(row) ? null : readRow(row, columns, width)),
  };
}

/** A cell that reaches down over other rows takes a place in them that their own cells do not tell of. */
const UNKNOWN_WIDTH = -1;

function hasTallCells(table: Element): boolean {
  const tall = ':is([rowspan]:not([rowspan="1"]),[aria-rowspan]:not([aria-rowspan="1"]))';
  return dom.querySelector(table, `tbody ${tall},[role=row]>${tall}`) != null;
}

function readRow(row: Element, columns: Columns, width: number): KeyRow | null {
  if (!columns.expiry || isNoKeyRow(row)) return null;
  const cells = placed(row);
  const expiryCell = cellOf(cells, columns.expiry, width);
  if (!expiryCell || dom.querySelector(expiryCell, "input,select,textarea") || !isShown(expiryCell))
    return null;
  const created = columns.created ? cellOf(cells, columns.created, width) : null;
  const named = columns.description
    ? (cellOf(cells, columns.description, width) ?? cellInTwin(row, columns, width))
    : (cells.find(({ element }) => element !== expiryCell && element !== created)?.element ?? null);
  const description = named ? textOf(named).slice(0, 500) : "";
  const expiry = readUnder(cells, columns.expiry, expiryCell, width);
  if (!expiry.text && !expiry.datetime && !description && !(created && textOf(created)))
    return null;
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

/** Grids with pinned columns split one row over several elements with the same row number. */
function cellInTwin(row: Element, columns: Columns, width: number): Element | null {
  const number = dom.getAttribute(row, "aria-rowindex");
  const table = number ? tableOf(row) : null;
  if (!number || !table || !columns.description) return null;
  for (const twin of dom.querySelectorAll(table, `[aria-rowindex="${CSS.escape(number)}"]`)) {
    const cell = twin === row ? null : cellOf(placed(twin), columns.description, width);
    if (cell) return cell;
  }
  return null;
}

function isNoKeyRow(row: Element): boolean {
  const part = dom.localName(dom.parentElement(row));
  return (
    dom.getAttribute(row, "aria-hidden") === "true" ||
    part === "tfoot" ||
    part === "thead" ||
    dom.querySelector(row, ":scope > [role=columnheader]") !== null
  );
}

function headerOf(table: Element): Header | null {
  const rows = rowsOf(table, MOST_HEADER_ROWS);
  const headerRows = rows.filter(isHeaderRow);
  const first = headerRows.length > 0 ? headerRows : rows.slice(0, 1);
  const layout = layoutOf(first);
  const columns = recogniseColumns(layout);
  if (!columns.expiry) return null;
  // Without header cells the first row is a header only when it cannot be a key: "No expiration".
  const isValues = layout.some(({ element }) => /\d{2}/.test(textOf(element)));
  if (headerRows.length === 0 && (isValues || !(columns.created ?? columns.description)))
    return null;
  const width = Math.max(0, ...layout.map(({ index, span }) => index + span));
  return { columns, width, rows: first };
}

function isHeaderRow(row: Element): boolean {
  if (dom.localName(dom.parentElement(row)) === "thead") return true;
  const cells = placed(row);
  // One `th` alone is the title of a group; a pinned part of a grid may have one column.
  const known = cells.length > 1 ? HEADER_CELL : "[role=columnheader]";
  return cells.length > 0 && cells.every(({ element }) => dom.matches(element, known));
}

/** Cells of several header rows with the columns they cover; a cell may reach down over rows. */
function layoutOf(rows: Element[]): PlacedCell[] {
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
function placed(row: Element): PlacedCell[] {
  const direct: Element[] = [];
  for (let at = dom.firstElementChild(row); at; at = dom.nextElementSibling(at))
    if (dom.matches(at, CELL)) direct.push(at);
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
  const inside = [...dom.querySelectorAll(dom.shadowRoot(row) ?? row, CELL)];
  const home = dom.shadowRoot(row) ? null : row;
  return inside.filter(
    (cell) => (dom.closest(dom.parentElement(cell), `${CELL},${ROW}`) ?? null) === home,
  );
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  if (!dom.hasAttributes(cell)) return 1;
  const span = Number(dom.getAttribute(cell, name) ?? dom.getAttribute(cell, `aria-${name}`) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 100) : 1;
}

/** The table's own rows, not those of tables inside its cells. */
function rowsOf(table: Element, most = Number.POSITIVE_INFINITY): Element[] {
  const found: Element[] = [];
  const shadow = dom.shadowRoot(table);
  const inside = shadow ? [...dom.querySelectorAll(shadow, ROW)] : [];
  for (const row of inside.length > 0 ? inside : dom.querySelectorAll(table, ROW)) {
    if (tableOf(row) !== table) continue;
    found.push(row);
    if (found.length === most) break;
  }
  return found;
}

function tableOf(row: Element): Element | null {
  const above = dom.closest(dom.parentElement(row), TABULAR);
  if (above) return above;
  const root = dom.getRootNode(row);
  return dom.closest(dom.hostOf(root), TABULAR) ?? null;
}

function isGridRole(element: Element): boolean {
  return (
    dom.getAttribute(element, "role") === "grid" || dom.getAttribute(element, "role") === "treegrid"
  );
}

function hasBody(table: Element, header: Header): boolean {
  const own = new Set(header.rows);
  return rowsOf(table, header.rows.length + 8).some(
    (row) => !own.has(row) && dom.localName(dom.parentElement(row)) !== "thead",
  );
}

/** A header kept in a table of its own: the body is the one other table of the nearest shared ancestor. */
function bodyFor(table: Element, tables: Element[], headers: Map<Element, Header>): Element | null {
  let shared = dom.parentElement(table);
  for (let up = 0; shared && up < 6; up++, shared = dom.parentElement(shared)) {
    const others = tables.filter((other) => other !== table && dom.contains(shared, other));
    if (others.length === 0) continue;
    const [body] = others;
    return others.length === 1 && body && !headers.has(body) ? body : null;
  }
  return null;
}

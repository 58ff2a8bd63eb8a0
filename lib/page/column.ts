import * as dom from "./dom";
import { fold, labelAttributes, referencedText, textOf } from "./text";
import { type ColumnPart, namesColumn } from "./wording";

/** A recognised column: where its cells are found in a row. */
export interface Column {
  header: Element;
  /** The text it was recognised by, as written. */
  text: string;
  /** Position counted in columns, spans included, from 0. */
  index: number;
  /** The column with the time of its days, where they have one of their own. */
  time?: Column;
}

export type Columns = Partial<Record<ColumnPart, Column>>;

export interface PlacedCell {
  element: Element;
  /** First column it covers, from 0. */
  index: number;
  span: number;
}

/** The columns a row of header cells names; the surest header wins each part. */
export function recogniseColumns(headers: PlacedCell[]): Columns {
  const columns: Columns = {};
  const best: Partial<Record<ColumnPart, number>> = {};
  for (const { element, index, span } of headers) {
    if (span > 1) continue;
    for (const part of ["expiry", "created", "description"] as const) {
      const told = textsOf(element).map((text) => ({ text, score: namesColumn(part, fold(text)) }));
      const { text, score: named } = told.find((each) => each.score > 0) ?? { text: "", score: 0 };
      // "Expiry time" is the column of the end, unless another one has the day.
      const score = isTimeOnly(text) ? named / 100 : named;
      if (score <= (best[part] ?? 0)) continue;
      best[part] = score;
      columns[part] = { header: element, text, index };
    }
  }
  for (const part of ["expiry", "created"] as const) {
    const time = columns[part] && timeBeside(columns[part], part, headers);
    if (columns[part] && time) columns[part].time = time;
  }
  return columns;
}

/** "Expiry time" beside "Expiry date", or a mere "Time" right behind it. */
function timeBeside(
  { header, index }: Column,
  part: ColumnPart,
  headers: PlacedCell[],
): Column | undefined {
  for (const { element, index: at, span } of headers) {
    const [text = ""] = textsOf(element);
    const isOwn = namesColumn(part, fold(text)) > 0 || (at === index + 1 && BARE_TIME.test(text));
    if (element !== header && span === 1 && isOwn && isTimeOnly(text))
      return { header: element, text, index: at };
  }
  return undefined;
}

const BARE_TIME = /^(?:time|uhrzeit)\b/i;

function isTimeOnly(text: string): boolean {
  const words = text.replace(/ ?[([].*$/, "");
  return /(?:\btime|zeit)$/i.test(words) && !/date|datum|\bday|tag\b/i.test(words);
}

/** One string for where the columns are; another one means that rows are to be read anew. */
export function signatureOf(columns: Columns, width: number): string {
  const places = Object.entries(columns).map(([part, { text, index, header, time }]) => [
    part,
    text,
    index,
    time?.index,
    dom.getAttribute(header, "aria-colindex"),
  ]);
  return JSON.stringify([width, places]);
}

/**
 * A header is read by its text first; where more stands in it, such as "sorted ascending" for those who hear
 * the page, by the first of its texts; one with only an icon by its label.
 */
function textsOf(header: Element): string[] {
  const text = textOf(header, { hidden: true });
  if (text) return [text, firstText(header)];
  return [...labelAttributes(header), referencedText(header, "aria-labelledby")].filter(Boolean);
}

function firstText(element: Element): string {
  const walker = dom.walkerOf(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (!text && walker.nextNode()) text = (dom.nodeValue(walker.currentNode) ?? "").trim();
  return text;
}

/** Attributes by which headers and cells of one column name each other. */
const SHARED = [
  "data-field",
  "col-id",
  "data-col",
  "data-column",
  "data-column-id",
  "data-col-id",
  "data-column-key",
  "data-key",
  "name",
];

/**
 * The cell of a row that belongs to a column, whatever the order the cells stand in.
 *
 * @param width - Number of columns the header row covers.
 * @returns `null` where the row has no such cell, or one that covers other columns as well.
 */
export function cellOf(cells: PlacedCell[], column: Column, width: number): Element | null {
  const { header } = column;
  // Asked in one go: a long list asks for every cell, and most headers have few attributes.
  const names = dom.hasAttributes(header) ? dom.attributeNames(header) : [];
  const position = names.includes("aria-colindex") && dom.getAttribute(header, "aria-colindex");
  if (position && cells.some(({ element }) => dom.hasAttribute(element, "aria-colindex"))) {
    return only(cells, ({ element }) => dom.getAttribute(element, "aria-colindex") === position);
  }
  const id = names.includes("id") && dom.idOf(header);
  if (id) {
    const named = only(cells, ({ element }) =>
      (dom.getAttribute(element, "headers") ?? "").split(/\s+/).includes(id),
    );
    if (named) return named;
  }
  for (const attribute of SHARED) {
    const value = names.includes(attribute) && dom.getAttribute(header, attribute);
    if (!value) continue;
    const named = only(cells, ({ element }) => dom.getAttribute(element, attribute) === value);
    if (named) return named;
    // Where each cell names another column, this one is not among them.
    const values = new Set(cells.map(({ element }) => dom.getAttribute(element, attribute)));
    if (values.size === cells.length && !values.has(null)) return null;
  }
  const last = cells.at(-1);
  if (last && last.index + last.span === width) {
    return only(cells, ({ index, span }) => index === column.index && span === 1);
  }
  return beneath(cells, header);
}

function only(cells: PlacedCell[], fits: (cell: PlacedCell) => boolean): Element | null {
  const fitting = cells.filter(fits);
  return fitting.length === 1 && fitting[0]?.span === 1 ? fitting[0].element : null;
}

/** Where columns are left out of the page, a cell is known by standing under its header. */
function beneath(cells: PlacedCell[], header: Element): Element | null {
  const { left, right, width } = dom.getBoundingClientRect(header);
  if (width === 0) return null;
  return only(cells, ({ element }) => {
    const box = dom.getBoundingClientRect(element);
    const shared = Math.min(right, box.right) - Math.max(left, box.left);
    return shared > 0.6 * Math.min(width, box.width) && box.width < 1.7 * width;
  });
}

import type { CellText, RowCells } from "../keys/expiry-reading";
import { withZoneOfHeader } from "./cell-text";
import * as dom from "./dom";
import { findLabelledLists } from "./labelled-list";
import { nearestTitle } from "./section-title";
import { findTabularLists } from "./tabular-list";
import { closestAcross, DIALOGS, fold, isShown, textOf } from "./text";
import { type ColumnPart, INACTIVE, KEY_STATE, MENTIONS_API_KEY, OTHER_SUBJECT } from "./wording";
import { zoneNoteAround } from "./zone-note";

/** One key as the console lists it. */
export interface KeyRow {
  element: Element;
  /** Where the expiry is written; a badge goes into it. */
  expiryCell: Element;
  cells: RowCells;
  /** Empty where the list has no such column. */
  description: string;
}

/** A list of API keys on the page, found by what its headers or labels say. */
export interface KeyList {
  shape: "table" | "grid" | "divs" | "cards";
  /** Every row stands somewhere below it. */
  root: Element;
  /** Where the headers stand; a change in there means looking again. */
  headerRoot: Element | null;
  /** The texts by which the columns were recognised. */
  columns: Partial<Record<ColumnPart, string>>;
  /** Changes whenever the columns are to be found elsewhere than before. */
  signature: string;
  /**
   * Rows in page order; they may be headers, fillers or hidden: {@link KeyList.read} says so.
   *
   * @param most - So many of the first are enough.
   */
  rows(most?: number): Element[];
  /** The row that holds a node, or that the node is. */
  rowAround(node: Node): Element | null;
  /** `null` where the element is no key row at present: hidden, a filler, a header, being edited. */
  read(row: Element): KeyRow | null;
}

/** Among these a long list shows one, unless it begins with rows that are hidden. */
const FEW_ROWS = 20;

/** Lists in here are questions and previews, not the list of keys. */
const NOT_HERE = `nav,[role=navigation],[role=menu],[role=listbox],${DIALOGS}`;

/**
 * The lists of API keys, on a page known to be the API Keys page. A list needs a column or label
 * for the expiry; a list whose own title names another subject does not count, and where some
 * list is titled as API keys, only such lists do.
 *
 * @param roots - The document and its open shadow roots.
 */
export function findKeyLists(roots: ParentNode[]): KeyList[] {
  const tabular = findTabularLists(roots).filter(isOnPage);
  const taken = tabular.map(({ root }) => root);
  const found = tabular.some(hasShownRow)
    ? tabular
    : [...tabular, ...findLabelledLists(roots, taken).filter(isOnPage)];
  const titled = found.map((list) => ({ list, title: fold(nearestTitle(list.root)) }));
  const named = titled.filter(({ title }) => MENTIONS_API_KEY.test(title));
  const unnamed = titled.filter(({ title }) => !OTHER_SUBJECT.test(title));
  // "Expired" below "Active API keys": the same columns under the name of a state.
  const alike = unnamed.filter(
    ({ list, title }) => KEY_STATE.test(title) && named.some((other) => isAlike(other.list, list)),
  );
  const counted = named.length > 0 ? new Set([...named, ...alike]) : unnamed;
  return titled
    .filter((entry) => [...counted].includes(entry))
    .map(({ list }) => withState(inZoneOf(list, zoneNoteAround(list.root))));
}

/** Beside next to nothing the state of a key counts: a revoked key without a date is none without an end. */
function withState(list: KeyList): KeyList {
  return {
    ...list,
    read: (element) => {
      const row = list.read(element);
      const text = row?.cells.expiry.text ?? "";
      if (!row || text.length > 8 || /\d/.test(text) || !saysInactive(element)) return row;
      return { ...row, cells: { ...row.cells, isInactive: true } };
    },
  };
}

function saysInactive(row: Element): boolean {
  return [...dom.querySelectorAll(row, "*")].some((part) => INACTIVE.test(fold(textOf(part))));
}

/** A sentence beside the list that tells the zone of its times counts where neither header nor cell does. */
function inZoneOf(list: KeyList, zone: string): KeyList {
  if (!zone) return list;
  const told = (cell: CellText) => withZoneOfHeader(cell, `(${zone})`);
  return {
    ...list,
    signature: `${list.signature} ${zone}`,
    read: (element) => {
      const row = list.read(element);
      if (!row) return null;
      const { expiry, created } = row.cells;
      return { ...row, cells: { expiry: told(expiry), created: created && told(created) } };
    },
  };
}

function isAlike(a: KeyList, b: KeyList): boolean {
  return a.shape === b.shape && JSON.stringify(a.columns) === JSON.stringify(b.columns);
}

function isOnPage({ root }: KeyList): boolean {
  return !closestAcross(root, NOT_HERE);
}

function hasShownRow(list: KeyList): boolean {
  const isKeyRow = (row: Element) => list.read(row) !== null;
  return isShown(list.root) && (list.rows(FEW_ROWS).some(isKeyRow) || list.rows().some(isKeyRow));
}

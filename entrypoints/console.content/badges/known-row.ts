import type { Badge } from "../../../lib/keys/badge";
import type { CellText, ExpiryReading } from "../../../lib/keys/expiry-reading";
import * as dom from "../../../lib/page/dom";
import type { KeyList, KeyRow } from "../../../lib/page/key-list";
import { onlyTextOf, renderedChildren } from "../../../lib/page/text";
import type { RowMark } from "../../../lib/tasks/mark-rows";

/** One key row at present and the badge it wears. */
export interface KnownRow {
  list: KeyList;
  row: KeyRow;
  /** What stood in the expiry cell when it was read last, ours left out. */
  raw: string;
  /** `null` until it is drawn for the first time. */
  element: HTMLElement | null;
  reading: ExpiryReading | null;
  badge: Badge | null;
  mark: RowMark | null;
}

/** A row as read now; what is known of it stays when it still says the same. */
export function knownRow(list: KeyList, row: KeyRow, old: KnownRow | undefined): KnownRow {
  const raw = rawText(row.expiryCell, old?.element ?? null);
  if (old && saysTheSame(old.row, row)) return Object.assign(old, { row, list, raw });
  const element = old?.element ?? null;
  return { list, row, raw, element, reading: null, badge: null, mark: null };
}

/** Whether two readings of a row are about the same key. */
function saysTheSame(a: KeyRow, b: KeyRow): boolean {
  return (
    a.description === b.description &&
    a.cells.isInactive === b.cells.isInactive &&
    isSameText(a.cells.expiry, b.cells.expiry) &&
    isSameText(a.cells.created, b.cells.created)
  );
}

function isSameText(a: CellText | null, b: CellText | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.text === b.text &&
    a.datetime === b.datetime &&
    a.titles.length === b.titles.length &&
    a.titles.every((title, at) => title === b.titles[at])
  );
}

/** Whether the date beside a badge is another one by now. Cheap enough to be asked of every change. */
export function isOutdated({ row, raw, element }: KnownRow): boolean {
  return !dom.contains(row.element, row.expiryCell) || rawText(row.expiryCell, element) !== raw;
}

/** A cell that is a web component shows only what stands in its shadow tree. */
export function homeOf(cell: Element): ParentNode & Node {
  const shadow = dom.shadowRoot(cell);
  return shadow && !dom.querySelector(shadow, "slot:not([name])") ? shadow : cell;
}

const COMMENT = 8;

/** As rendered: a grid made of web components shows what stands elsewhere in the tree. */
function rawText(node: Node, badge: Element | null): string {
  if (node === badge) return "";
  if (dom.nodeType(node) !== 1)
    return dom.nodeType(node) === COMMENT ? "" : (dom.nodeValue(node) ?? "");
  const only = onlyTextOf(node as Element);
  if (only !== null) return only;
  let text = "";
  for (const child of renderedChildren(node as Element)) text += rawText(child, badge);
  return text;
}

import * as dom from "../../../lib/page/dom";
import type { KeyList } from "../../../lib/page/key-list";
import { flatParent } from "../../../lib/page/text";
import type { KnownRow } from "./known-row";

/** Where a changed node stands: in a row, in a header, in a list but in no row (`null`), or elsewhere. */
export type Place = { row: Element; list: KeyList } | "header" | "elsewhere" | null;

export function placeOf(node: Node, known: Map<Element, KnownRow>, lists: KeyList[]): Place {
  for (let at: Node | null = node; at; at = flatParent(at)) {
    const entry = known.get(at as Element);
    if (entry) return { row: at as Element, list: entry.list };
    const list = lists.find(({ root, headerRoot }) => root === at || headerRoot === at);
    if (!list) continue;
    if (list.headerRoot === at && list.headerRoot !== list.root) return "header";
    const row = list.rowAround(node);
    if (row) return { row, list };
    return dom.contains(list.headerRoot, node) ? "header" : null;
  }
  return "elsewhere";
}

/** Whether a change outside of all rows may still decide what the lists are about. */
export function isAbove(node: Node, lists: KeyList[]): boolean {
  const element = dom.nodeType(node) === 1 ? (node as Element) : dom.parentElement(node);
  return (
    dom.matches(element, "h1,h2,h3,[role=heading],th") === true ||
    lists.some(({ root }) => dom.contains(node, root))
  );
}

export function isSameList(a: KeyList, b: KeyList): boolean {
  return (
    a.root === b.root &&
    dom.isConnected(a.root) &&
    a.shape === b.shape &&
    a.headerRoot === b.headerRoot &&
    a.signature === b.signature
  );
}

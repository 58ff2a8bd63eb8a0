import { readCell, withZoneOfHeader } from "./cell-text";
import { divList, headerRowAt } from "./div-list";
import * as dom from "./dom";
import type { KeyList, KeyRow } from "./key-list";
import { isHeader, type Labelled, labelledIn, labelledTexts } from "./labelled-text";
import { closestAcross, flatParent, isShown, parentAcross, textOf } from "./text";

const CARD = "li,article,[role=listitem],[role=row],[role=article]";
/** Never part of a card: what it stands in. */
const FRAME = "body,main,form,dialog,[role=main],[role=dialog],[role=list],[role=feed],ul,ol,table";
const TABULAR = "table,[role=grid],[role=table],[role=treegrid]";
const MOST_LABELS = 20_000;

/**
 * Lists without table semantics: rows of plain elements under a header row, and cards or list
 * items in which each value carries its label ("Valid until: 1 Mar 2027").
 *
 * @param taken - Tables already understood; nothing inside them counts again.
 */
export function findLabelledLists(roots: ParentNode[], taken: Element[]): KeyList[] {
  const labels = roots
    .flatMap((root) => labelledTexts(root, "expiry", MOST_LABELS))
    .filter(({ label }) => isShown(label) && !isInside(label, taken));
  for (const { label } of labels) {
    const header = closestAcross(label, TABULAR) ? null : headerRowAt(label);
    const list = header && divList(header);
    if (list) return [list];
  }
  const valued = labels.filter(({ value }) => value !== null);
  const cards = cardsOf(valued);
  if (cards.size === 0) return [];
  const [first] = cards.keys();
  const root = first && (commonAncestor([...cards.keys()]) ?? dom.parentElement(first) ?? first);
  return root ? [cardList(root, cards)] : [];
}

/** Also by a slot: a grid may take the cells of its rows from the page around it. */
function isInside(element: Element, lists: Element[]): boolean {
  for (let at: Element | null = element; at; at = flatParent(at))
    if (lists.includes(at)) return true;
  return false;
}

function cardList(root: Element, cards: Map<Element, Labelled>): KeyList {
  const [first] = cards.values();
  const parts = first ? { expiry: textOf(first.label).slice(0, 60) } : {};
  const isCard = (element: Element): boolean =>
    cards.has(element) || looksLikeSibling(element, cards);
  return {
    shape: "cards",
    root,
    headerRoot: null,
    columns: parts,
    signature: `${parts.expiry} ${cards.size}`,
    rows: () =>
      [...new Set([...cards.keys(), ...siblingsOf(cards)])].filter((card) => dom.isConnected(card)),
    rowAround: (node) => {
      let at = dom.nodeType(node) === 1 ? (node as Element) : flatParent(node);
      for (; at && at !== root; at = flatParent(at)) if (isCard(at)) return at;
      return at && cards.has(at) ? at : null;
    },
    read: readCard,
  };
}

function readCard(card: Element): KeyRow | null {
  if (!isShown(card) || dom.getAttribute(card, "aria-hidden") === "true") return null;
  const expiry = labelledIn(card, "expiry");
  if (!expiry?.value || dom.querySelector(expiry.value, "input,select,textarea")) return null;
  const created = labelledIn(card, "created");
  const createdCell = created?.value
    ? withZoneOfHeader(readCell(created.value, created.text), textOf(created.label))
    : null;
  return {
    element: card,
    expiryCell: expiry.value,
    cells: {
      expiry: withZoneOfHeader(readCell(expiry.value, expiry.text), textOf(expiry.label)),
      created: createdCell,
    },
    description: descriptionOf(card, expiry),
  };
}

function descriptionOf(card: Element, expiry: Labelled): string {
  const labelled = labelledIn(card, "description");
  if (labelled?.value) return labelled.text.slice(0, 500);
  const title = dom.querySelector(card, "h1,h2,h3,h4,h5,h6,[role=heading],strong,b");
  if (title && !dom.contains(title, expiry.label)) return textOf(title).slice(0, 500);
  const first = [...dom.querySelectorAll(card, "*")].find(
    (element) =>
      dom.childElementCount(element) === 0 &&
      textOf(element) &&
      !dom.contains(expiry.value, element),
  );
  return first && !isHeader(first) ? textOf(first).slice(0, 500) : "";
}

/** For each label the largest element that holds no other label: the card. */
function cardsOf(labels: Labelled[]): Map<Element, Labelled> {
  const holders = new Map<Element, number>();
  for (const { label } of labels) {
    for (let at: Element | null = label; at; at = parentAcross(at))
      holders.set(at, (holders.get(at) ?? 0) + 1);
  }
  const cards = new Map<Element, Labelled>();
  for (const labelled of labels) {
    let card = labelled.label;
    for (
      let at: Element | null = card;
      at && holders.get(at) === 1 && !dom.matches(at, FRAME);
      at = parentAcross(at)
    ) {
      card = at;
      if (dom.matches(at, CARD) || (labels.length === 1 && isWholeCard(at))) break;
    }
    for (let at = labelled.value; at; at = parentAcross(at))
      if (at === card) cards.set(card, labelled);
  }
  return cards;
}

/** A card on its own ends where it has a name and its dates. */
function isWholeCard(element: Element): boolean {
  return (
    labelledIn(element, "description") !== null ||
    (labelledIn(element, "created") !== null &&
      dom.querySelector(element, "h3,h4,h5,h6,strong,b") !== null)
  );
}

function siblingsOf(cards: Map<Element, Labelled>): Element[] {
  const parents = new Set([...cards.keys()].map((card) => dom.parentElement(card)));
  return [...parents].flatMap((parent) =>
    [...(dom.children(parent) ?? [])].filter((child) => looksLikeSibling(child, cards)),
  );
}

/** A card that was added later: beside known ones, with a label of its own. */
function looksLikeSibling(element: Element, cards: Map<Element, Labelled>): boolean {
  const parent = dom.parentElement(element);
  if (!parent) return false;
  for (const card of cards.keys()) {
    if (dom.localName(card) !== dom.localName(element)) return false;
    const isBeside =
      dom.parentElement(card) === parent || (!dom.isConnected(card) && dom.matches(element, CARD));
    return isBeside && labelledIn(element, "expiry")?.value != null;
  }
  return false;
}

function commonAncestor([first, ...rest]: Element[]): Element | null {
  let at = dom.parentElement(first) ?? null;
  while (at && !rest.every((element) => dom.contains(at, element))) at = dom.parentElement(at);
  return at;
}

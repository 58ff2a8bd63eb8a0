import * as dom from "./dom";
/** Whatever stands over the page, or asks. Put together here, and so written out only once. */
export const DIALOGS = ["dialog", "[role=dialog]", "[role=alertdialog]"].join();
/** Marks of our own elements in the page; their texts are never read back as the page's. */
export const OURS = ["badge", "save", "ask", "note"].map((ours) => `[data-icmc-${ours}]`).join();

const SILENT = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "NOSCRIPT",
  "svg",
  "SVG",
  "IFRAME",
  "OBJECT",
]);
const INLINE = new Set([
  "A",
  "ABBR",
  "B",
  "BDI",
  "CODE",
  "EM",
  "FONT",
  "I",
  "MARK",
  "S",
  "SMALL",
  "SPAN",
  "STRONG",
  "SUB",
  "SUP",
  "TIME",
  "U",
  "WBR",
]);
/** Longer texts are no label, no date and no description. */
const LONGEST = 4_000;
const MOST_NODES = 2_000;

/** Lower case, compatibility forms, no invisible characters, single blanks, no sorting arrows at the ends. */
export function fold(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}\p{Z}]+/gu, (run) => (/[\p{Z}\s]/u.test(run) ? " " : ""))
    .toLowerCase()
    .replace(/^[\s:*↑↓▲▼△▽⇅⇵↕·|…]+|[\s:*↑↓▲▼△▽⇅⇵↕·|…]+$/g, "");
}

const ALSO_BY_VISIBILITY = { visibilityProperty: true };

/**
 * Whether an element is rendered. Scrolled out of view or transparent still counts as shown.
 * Where there is no layout (tests), inline styles and `hidden` decide.
 */
export function isShown(element: Element): boolean {
  const isVisible = dom.checkVisibility(element, ALSO_BY_VISIBILITY);
  if (isVisible !== null) {
    if (isVisible) return true;
    // An element without a box of its own is not "visible", though its children are.
    const isBoxless = getComputedStyle(element).display === "contents";
    const parent = isBoxless ? flatParent(element) : null;
    return parent !== null && isShown(parent);
  }
  for (let at: Element | null = element; at; at = parentAcross(at)) {
    if (dom.hasAttribute(at, "hidden")) return false;
    if (dom.localName(at) === "dialog" && !dom.hasAttribute(at, "open")) return false;
    const style = (at as HTMLElement).style;
    if (style?.display === "none" || style?.visibility === "hidden") return false;
  }
  return true;
}

/** The parent, out of a shadow root into its host. */
export function parentAcross(node: Node): Element | null {
  return dom.parentElement(node) ?? dom.hostOf(dom.parentNode(node));
}

/** The parent as rendered: a slot's host tree comes between a host and its light children. */
export function flatParent(node: Node): Element | null {
  return dom.assignedSlot(node) ?? parentAcross(node);
}

/** The closest ancestor (or the element itself) that matches, across open shadow roots. */
export function closestAcross(node: Node, selector: string): Element | null {
  let at = dom.nodeType(node) === 1 ? (node as Element) : parentAcross(node);
  while (at) {
    const found = dom.closest(at, selector);
    if (found) return found;
    at = dom.hostOf(dom.getRootNode(at));
  }
  return null;
}

/**
 * What a person reads in an element, white space folded, at most 4,000 characters.
 * Open shadow roots are read in place of their hosts' light children, slots with what fills them.
 */
export function textOf(node: Node, { hidden = false, without = "" } = {}): string {
  if (dom.nodeType(node) === 1 && !isSilent(node as Element)) {
    const only = onlyTextOf(node as Element);
    if (only !== null && only.length <= LONGEST) return tidied([only]);
  }
  const pieces: string[] = [];
  let length = 0;
  let nodes = 0;

  const visit = (at: Node): void => {
    if (length > LONGEST || ++nodes > MOST_NODES) return;
    if (dom.nodeType(at) === 3) {
      const text = (dom.nodeValue(at) ?? "").slice(0, LONGEST);
      pieces.push(text);
      length += text.length;
      return;
    }
    if (dom.nodeType(at) !== 1) {
      for (const child of dom.childNodes(at)) visit(child);
      return;
    }
    const element = at as Element;
    if (isSilent(element) || (without && dom.matches(element, without))) return;
    if (element !== node && !hidden && !isPerceivable(element)) return;
    const splits = !INLINE.has(dom.tagName(element)) && !dom.localName(element).includes("-");
    if (splits) pieces.push(" ");
    for (const child of renderedChildren(element)) visit(child);
    pieces.push(splits ? " " : EDGE);
  };
  visit(node);
  return tidied(pieces);
}

/** What stands in an element that has nothing but text in it, as most cells have; `null` for all others. */
export function onlyTextOf(element: Element): string | null {
  if (dom.childElementCount(element) !== 0 || dom.shadowRoot(element)) return null;
  return dom.localName(element) === "slot" ? null : dom.textContent(element);
}

function isSilent(element: Element): boolean {
  return SILENT.has(dom.tagName(element)) || dom.matches(element, OURS);
}

function tidied(pieces: string[]): string {
  return joinPieces(pieces).replace(/\s+/g, " ").trim().slice(0, LONGEST);
}

/** Where an inline element ends: a blank only if two words would run into each other. */
const EDGE = "\u{f8ff}";

function joinPieces(pieces: string[]): string {
  const text = pieces.join("");
  if (!text.includes(EDGE)) return text;
  return text.replace(/([\p{L}\p{N}])\u{f8ff}+(?=[\p{L}\p{N}])/gu, "$1 ").replaceAll(EDGE, "");
}

function isPerceivable(element: Element): boolean {
  return dom.getAttribute(element, "aria-hidden") !== "true" && isShown(element);
}

/** Children as rendered: the shadow tree of a host, the fillers of a slot. */
export function renderedChildren(element: Element): Iterable<Node> {
  const shadow = dom.shadowRoot(element);
  if (shadow) return dom.childNodes(shadow);
  if (dom.localName(element) === "slot") {
    const filling = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (filling.length > 0) return filling;
  }
  return dom.childNodes(element);
}

const LABELS = ["aria-label", "title", "placeholder", "data-tooltip", "data-original-title"];

/** Short texts attached to an element rather than written in it. */
export function labelAttributes(element: Element): string[] {
  if (!dom.hasAttributes(element)) return [];
  const names = dom.attributeNames(element);
  return LABELS.filter((name) => names.includes(name)).flatMap((name) => {
    const value = dom.getAttribute(element, name);
    return value && value.length <= 200 ? [value.trim()] : [];
  });
}

/** Text of the elements that an `aria-labelledby` or `aria-describedby` names. */
export function referencedText(element: Element, attribute: string): string {
  const root = dom.getRootNode(element) as Document | ShadowRoot;
  const ids = (dom.getAttribute(element, attribute) ?? "").split(/\s+/, 8).filter(Boolean);
  return ids
    .map((id) => root.getElementById?.(id))
    .flatMap((named) => (named ? [textOf(named)] : []))
    .join(" ");
}

import * as dom from "./dom";
import { fold, OURS, textOf } from "./text";
import {
  type ColumnPart,
  CREATED_PREFIX,
  EXPIRY_PREFIX,
  isLabel,
  namesColumn,
  OTHER_EVENT,
} from "./wording";

/** A label and what it labels. */
export interface Labelled {
  label: Element;
  /** The element that shows the value; `null` for a label without one. */
  value: Element | null;
  text: string;
}

/** A label inside these asks for a value or heads a column. */
const NO_LABEL =
  "label,option,button,legend,select,script,style,template,[role=button],[role=option],[role=columnheader],th";
const EMPTY = "br,wbr,hr,svg,img,i:empty,span:empty";
const SEPARATOR = /\s*[·•|;]\s*|\s+[–—-]\s+|\n/;
const LONGEST_LABELLED = 300;

/** Every label of one kind below a node, in document order. */
export function labelledTexts(root: ParentNode, part: ColumnPart, most: number): Labelled[] {
  const found: Labelled[] = [];
  const walker = dom.walkerOf(root as ParentNode & Node, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && found.length < most; node = walker.nextNode()) {
    const text = dom.nodeValue(node) ?? "";
    if (text.length > LONGEST_LABELLED || text.length < 3) continue;
    const labelled = labelAt(node, text, part);
    if (labelled && !dom.closest(labelled.label, `${NO_LABEL},${OURS}`)) found.push(labelled);
  }
  return found;
}

/** The first label of one kind below an element. */
export function labelledIn(element: Element, part: ColumnPart): Labelled | null {
  const shadow = dom.shadowRoot(element);
  const roots: ParentNode[] = shadow ? [shadow, element] : [element];
  for (const root of roots) {
    const [first] = labelledTexts(root, part, 1);
    if (first) return first;
  }
  return null;
}

function labelAt(node: Node, text: string, part: ColumnPart): Labelled | null {
  const label = dom.parentElement(node);
  if (!label) return null;
  if (part === "description")
    return namesColumn(part, fold(text)) > 0 ? { label, ...valueBeside(node, label) } : null;
  if (isLabel(part, fold(text))) {
    const beside = valueBeside(node, label);
    // What tells of something else is no value of this label: there is none.
    return { label, ...(isOfOther(part, beside.text) ? { value: null, text: "" } : beside) };
  }
  const prefix = part === "expiry" ? EXPIRY_PREFIX : CREATED_PREFIX;
  for (const piece of text.split(SEPARATOR)) {
    const trimmed = piece.trim();
    const match = prefix.exec(trimmed);
    if (!match) continue;
    const rest = trimmed.slice(match[0].length);
    const whole = rest || textOf(label).replace(SEPARATOR, " ").replace(prefix, "");
    return whole ? { label, value: label, text: whole } : null;
  }
  return null;
}

function isOfOther(part: ColumnPart, text: string): boolean {
  const other = part === "expiry" ? CREATED_PREFIX : EXPIRY_PREFIX;
  return OTHER_EVENT.test(text) || other.test(text);
}

/** The value follows its label: in the same element, beside it, or beside what it stands in. */
function valueBeside(words: Node, label: Element): { value: Element | null; text: string } {
  const inside = elementAfter(words);
  if (inside) return { value: inside, text: textOf(inside) };
  let at = label;
  for (let up = 0; up < 3; up++) {
    const next = elementAfter(at);
    if (next) return { value: next, text: textOf(next) };
    const parent = dom.parentElement(at);
    if (!parent) break;
    const rest = looseText(parent);
    if (rest) return { value: parent, text: rest };
    if (dom.matches(parent, "li,tr,body,main,section,article")) break;
    at = parent;
  }
  return { value: null, text: "" };
}

function elementAfter(node: Node): Element | null {
  for (let at = dom.nextSibling(node); at; at = dom.nextSibling(at)) {
    if (dom.nodeType(at) === 1 && !dom.matches(at as Element, `${OURS},${EMPTY}`))
      return at as Element;
    // Words in between are the value themselves.
    if (dom.nodeType(at) === 3 && /[\p{L}\p{N}]/u.test(dom.nodeValue(at) ?? "")) return null;
  }
  return null;
}

/** Text that stands directly in an element, beside its children. */
function looseText(element: Element): string {
  return [...dom.childNodes(element)]
    .filter((node) => dom.nodeType(node) === 3)
    .map((node) => dom.nodeValue(node) ?? "")
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:]+/, "")
    .trim();
}

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
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && found.length < most; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    if (text.length > LONGEST_LABELLED || text.length < 3) continue;
    const labelled = labelAt(node, text, part);
    if (labelled && !labelled.label.closest(`${NO_LABEL},${OURS}`)) found.push(labelled);
  }
  return found;
}

/** The first label of one kind below an element. */
export function labelledIn(element: Element, part: ColumnPart): Labelled | null {
  const roots: ParentNode[] = element.shadowRoot ? [element.shadowRoot, element] : [element];
  for (const root of roots) {
    const [first] = labelledTexts(root, part, 1);
    if (first) return first;
  }
  return null;
}

function labelAt(node: Node, text: string, part: ColumnPart): Labelled | null {
  const label = node.parentElement;
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
    const parent = at.parentElement;
    if (!parent) break;
    const rest = looseText(parent);
    if (rest) return { value: parent, text: rest };
    if (parent.matches("li,tr,body,main,section,article")) break;
    at = parent;
  }
  return { value: null, text: "" };
}

function elementAfter(node: Node): Element | null {
  for (let at = node.nextSibling; at; at = at.nextSibling) {
    if (at.nodeType === 1 && !(at as Element).matches(`${OURS},${EMPTY}`)) return at as Element;
    // Words in between are the value themselves.
    if (at.nodeType === 3 && /[\p{L}\p{N}]/u.test(at.nodeValue ?? "")) return null;
  }
  return null;
}

/** Text that stands directly in an element, beside its children. */
function looseText(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === 3)
    .map((node) => node.nodeValue ?? "")
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:]+/, "")
    .trim();
}

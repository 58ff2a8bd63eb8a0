import { TIME_MARK } from "../keys/time-text";
import { findZone } from "../keys/zone-text";
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
  "label,option,button,legend,select,script,style,template,[role=button],[role=option],[role=columnheader],th:not(:only-of-type)";
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
    const beside = withItsTime(valueBeside(node, label));
    // What tells of something else is no value of this label, nor is the next header of a row: there is none.
    const isNone = isHeader(dom.previousElementSibling(label)) || isHeader(beside.value);
    return {
      label,
      ...(isNone || isOfOther(part, beside.text) ? { value: null, text: "" } : beside),
    };
  }
  const prefix = part === "expiry" ? EXPIRY_PREFIX : CREATED_PREFIX;
  for (const piece of text.split(SEPARATOR)) {
    const trimmed = piece.trim();
    const match = prefix.exec(trimmed);
    if (!match) continue;
    const rest = trimmed.slice(match[0].length);
    // "Expires soon" labels nothing.
    if (/^soon\b/i.test(rest)) continue;
    const whole = rest || textOf(label).replace(SEPARATOR, " ").replace(prefix, "");
    return whole ? { label, value: label, text: whole } : null;
  }
  return null;
}

/** Whether an element is nothing but the label of a value that stands elsewhere. */
export function isHeader(neighbour: Element | null): boolean {
  const words = neighbour ? fold(textOf(neighbour)) : "";
  return (["description", "created", "expiry"] as const).some((part) => isLabel(part, words));
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
    const rest = looseText(at);
    if (rest) return { value: parent, text: rest };
    if (dom.matches(parent, "li,tr,body,main,section,article")) break;
    at = parent;
  }
  return { value: null, text: "" };
}

const CLOCK = /^[\s,]*(?:(?:at|um|@) )?(?:\d{1,2}[:.h]\d{2}|\d{1,2} ?[ap]\.?m\b)/i;

/** A clock or a zone that stands behind the element of a date is a part of what it says. */
function withItsTime(beside: { value: Element | null; text: string }) {
  let { text } = beside;
  if (!beside.value || !/\d/.test(text)) return beside;
  for (let at = dom.nextSibling(beside.value); at; at = dom.nextSibling(at)) {
    if (dom.nodeType(at) === 1 && dom.matches(at as Element, "button,a,[role=button]")) break;
    const more = dom.nodeType(at) === 8 ? "" : textOf(at).slice(0, 60);
    if (!more) continue;
    if (!CLOCK.test(more) && !findZone(`${TIME_MARK} ${more}`).zones) break;
    text = `${text} ${more}`;
  }
  return { ...beside, text };
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

/** Text right behind an element that has none of its own around it. */
function looseText(element: Element): string {
  let text = "";
  for (let at = dom.nextSibling(element); at && dom.nodeType(at) !== 1; at = dom.nextSibling(at))
    if (dom.nodeType(at) === 3) text += dom.nodeValue(at) ?? "";
  return text
    .replace(/\s+/g, " ")
    .replace(/^[\s:]+/, "")
    .trim();
}

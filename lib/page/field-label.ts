import * as dom from "./dom";
import { fold, labelAttributes, referencedText, textOf } from "./text";

/** What a person may write or choose in. */
export const FIELD =
  "input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button]):not([type=search]):not([type=password]),textarea,select,[contenteditable=true],[contenteditable=''],[role=spinbutton],[role=textbox]";

/** The words by which a person knows a field, folded. */
export function fieldLabel(field: HTMLElement, container: Element): string {
  const own = ownLabel(field);
  if (own) return fold(own);
  const group = dom.closest(field, "[role=group],fieldset");
  const words = group && dom.contains(container, group) ? groupLabel(group) : "";
  return fold(words || textBefore(field, container));
}

/** What an element is called by its labels and attributes; empty where it has none. */
export function ownLabel(element: Element): string {
  const labels = dom.labelsOf(element).map((label) => textOf(label));
  return [...labels, referencedText(element, "aria-labelledby"), ...labelAttributes(element)]
    .join(" ")
    .trim();
}

/** Unlabelled fields are known by the short text right before them. */
function textBefore(field: Element, container: Element): string {
  let at: Element | null = field;
  for (let up = 0; at && at !== container && up < 4; up++, at = dom.parentElement(at)) {
    const before = dom.previousElementSibling(at);
    if (before && !dom.querySelector(before, FIELD)) {
      const text = textOf(before);
      if (text && text.length < 60) return text;
    }
  }
  return "";
}

/** What a group of fields calls itself; empty where it does not. */
export function groupLabel(group: Element): string {
  return `${referencedText(group, "aria-labelledby")} ${dom.getAttribute(group, "aria-label") ?? ""}`.trim();
}

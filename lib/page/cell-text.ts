import type { CellText } from "../keys/expiry-reading";
import * as dom from "./dom";
import { labelAttributes, OURS, textOf } from "./text";

const MOST_TITLES = 6;
const HEADER_ZONE =
  /\b(?:UTC|GMT|CES?T|MES?Z|BST|E[SD]T|P[SD]T)\b(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:\d{2}\b/;
const CLOCK = /\d{1,2}[:.]\d{2}(?!\d*[./]\d)/;

/** The text, the machine-readable instants and the fuller spellings of one cell. */
export function readCell(cell: Element, text = textOf(cell)): CellText {
  const below =
    dom.childElementCount(cell) === 0
      ? []
      : [...dom.querySelectorAll(cell, "[title],[aria-label],[data-tooltip],time")].slice(0, 20);
  const parts = [cell, ...below].filter((element) => !dom.closest(element, OURS));
  const times = parts.filter(
    (element) => dom.localName(element) === "time" && dom.hasAttribute(element, "datetime"),
  );
  const titles = new Set(parts.flatMap(labelAttributes).filter((title) => title && title !== text));
  return {
    text,
    datetime: times.length === 1 ? (dom.getAttribute(times[0], "datetime") ?? null) : null,
    titles: [...titles].slice(0, MOST_TITLES),
  };
}

/** A header such as "Valid until (UTC)" tells the zone of every clock time below it. */
export function withZoneOfHeader(cell: CellText, header: string): CellText {
  const zone = HEADER_ZONE.exec(header)?.[0];
  if (!zone || !CLOCK.test(cell.text) || HEADER_ZONE.test(cell.text) || /\dZ\b/.test(cell.text)) {
    return cell;
  }
  return { ...cell, text: `${cell.text} ${zone}` };
}

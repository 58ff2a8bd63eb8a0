import type { CellText } from "../keys/expiry-reading";
import { TIME_MARK } from "../keys/time-text";
import { findZone } from "../keys/zone-text";
import { type Column, cellOf, type PlacedCell } from "./column";
import * as dom from "./dom";
import { labelAttributes, OURS, textOf } from "./text";

const MOST_TITLES = 6;
const HEADER_ZONE =
  /\b(?:UTC|GMT|CES?T|MES?Z|BST|E[SD]T|P[SD]T)\b(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:\d{2}\b/;
/** "(JST)", "[US Pacific Time]", ", Europe/Berlin" at the end of a header. */
const HEADER_NOTE = /[([,]\s*([^()[\],]{2,40}?)\s*[)\]]?\s*$/;
/** Not the month and half the year of "18.06.2027". */
const CLOCK =
  /(?<!\d|\d[./-])\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.? ?m\b\.?)?| ?[ap]\.?m\b\.?)(?!\d|[./]\d)/i;
const DATE = /\d{4}|\d[./-]\d/;

/** The text, the machine-readable instants and the fuller spellings of one cell. */
export function readCell(cell: Element, text = ownText(cell)): CellText {
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

const PRESSED = "button,[role=button]";

/** What a button beside a date says is no part of it: "Extend". */
function ownText(cell: Element): string {
  const text = textOf(cell);
  if (!text || !dom.querySelector(cell, PRESSED)) return text;
  const bare = textOf(cell, { without: PRESSED });
  return bare && /\d/.test(bare) === /\d/.test(text) ? bare : text;
}

/** A cell as it is meant below its header. */
export function readUnder(
  cells: PlacedCell[],
  column: Column,
  cell: Element,
  width: number,
): CellText {
  const read = readCell(cell);
  const timeCell = column.time && cellOf(cells, column.time, width);
  const time = timeCell ? textOf(timeCell) : "";
  const isApart = CLOCK.exec(time)?.[0] === time && !CLOCK.test(read.text) && DATE.test(read.text);
  if (!isApart) return withZoneOfHeader(read, column.text);
  const whole = { ...read, text: `${read.text} ${time}` };
  return withZoneOfHeader(withZoneOfHeader(whole, column.text), column.time?.text ?? "");
}

/** A header such as "Valid until (UTC)" tells the zone of every date and clock time below it. */
export function withZoneOfHeader(cell: CellText, header: string): CellText {
  const { text } = cell;
  if (!DATE.test(text) || /\dZ\b|:\d{2}(?:\.\d+)? ?[+-]\d{2}:?\d{2}\b/.test(text)) return cell;
  const zone = zoneNamedIn(header);
  if (!zone || findZone(text.replace(CLOCK, TIME_MARK)).zones) return cell;
  // The long name of a zone is one only right behind a time.
  const told = CLOCK.test(text) ? text.replace(CLOCK, `$& ${zone}`) : `${text} ${zone}`;
  return { ...cell, text: told };
}

function zoneNamedIn(header: string): string | null {
  const note = HEADER_NOTE.exec(header)?.[1];
  if (note && findZone(`${TIME_MARK} ${note}`).zones) return note;
  return HEADER_ZONE.exec(header)?.[0] ?? null;
}

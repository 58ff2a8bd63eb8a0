import { TIME_MARK } from "../keys/time-text";
import { findZone } from "../keys/zone-text";
import * as dom from "./dom";
import { closestAcross, isShown, textOf } from "./text";

/** "All times are in UTC." "Zeitangaben in MEZ", "Time zone: Europe/Berlin": what stands before the zone. */
const LEAD =
  /^(?:(?:all|the|alle|die) )?(?:dates?|times?|timestamps?|time ?zone|zeit(?:en|angaben|zone)|uhrzeiten|datumsangaben)\b(?:[\s,:&(]|\b(?:and|dates?|times?|zone|are|is|shown|displayed|given|listed|in|as|the|on|this|page|list|table|below|above|und|zeiten|uhrzeiten|sind|werden|als|der)\b)*/i;
/** A page that speaks of the reader's own zone says nothing new. */
const OF_READER = /\b(?:your|local|browser|computer|device|ihre?r?|lokale?r?|ortszeit)\b/i;
/** What may stand behind the zone. */
const TAIL = /(?: ?(?:time ?zone|zone|time|zeit|angezeigt|angegeben))?\)?[.:]?$/i;
const LONGEST = 80;
/** Rows hold values, and what is pressed or chosen tells of itself. */
const NOT_HERE =
  "tbody,tr,[role=row],nav,script,style,template,button,select,textarea,[role=button]";
const MOST_ELEMENTS = 2_000;

/**
 * The zone of all times of a list, where the page around it says so in a sentence of its own.
 *
 * @returns as it would stand behind a time; empty where nothing or several different zones are told.
 */
export function zoneNoteAround(list: Element): string {
  const page = closestAcross(list, "main,[role=main]") ?? dom.bodyOf(document);
  const told = new Set(page ? shortOnes(page).flatMap(zoneIn) : []);
  return told.size === 1 ? ([...told][0] ?? "") : "";
}

function zoneIn(element: Element): string[] {
  const text = textOf(element);
  const lead = text.length > LONGEST || OF_READER.test(text) ? null : LEAD.exec(text)?.[0];
  if (!lead || !isShown(element)) return [];
  const name = text.slice(lead.length);
  for (const zone of [name.replace(/[).:]+$/, ""), name.replace(TAIL, "")]) {
    const { zones, rest } = findZone(`${TIME_MARK} ${zone}`);
    if (zones && !/[\p{L}\d]/u.test(rest.replace(TIME_MARK, ""))) return [zone];
  }
  return [];
}

/** Elements with next to nothing in them: what they say may be one sentence. */
function shortOnes(page: Element): Element[] {
  const found: Element[] = [];
  const elements = [page];
  for (const at of elements) {
    const children = [...dom.children(at)].filter((child) => dom.localName(child) !== "svg");
    const further = children.filter((child) => !dom.matches(child, NOT_HERE));
    if (elements.length < MOST_ELEMENTS) elements.push(...further);
    const isShort = further.length === children.length && children.length < 4;
    if (isShort && children.every((child) => dom.childElementCount(child) < 2)) found.push(at);
  }
  return found;
}

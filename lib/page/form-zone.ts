import { findZone } from "../keys/zone-text";
import type { CreateForm } from "./create-form";
import { formTexts } from "./form-texts";
import { fold } from "./text";
import { browserZone } from "./wall-clock";

const ABOUT_TIMES = /\b(?:times?|dates?|expir|valid|until|zeit|datum|uhr|gültig|ablauf|utc|gmt)/;
/** A form that speaks of the reader's own zone says nothing new. */
const ABOUT_READER = /\b(?:local|your|browser|ihre?r?|lokal|ortszeit|computer)\b/;

/**
 * The zones in which a form's times may be meant: what its labels and hints say ("Expires (UTC)"),
 * else the browser's.
 *
 * @returns several where a name such as "CET" stands for more than one.
 */
export function formZones(form: CreateForm): string[] {
  for (const text of formTexts(form)) {
    const words = fold(text);
    const { zones, rest } = findZone(text);
    if (!zones || ABOUT_READER.test(words)) continue;
    const isBare = !/\p{L}/u.test(rest);
    if (isBare || ABOUT_TIMES.test(words)) return zones;
  }
  return [browserZone()];
}

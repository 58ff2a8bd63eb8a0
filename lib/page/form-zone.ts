import { findZone } from "../keys/zone-text";
import type { CreateForm } from "./create-form";
import { frameOf } from "./creation-controls";
import { fieldLabel } from "./field-label";
import { formTexts } from "./form-texts";
import { fold } from "./text";
import { browserZone } from "./wall-clock";

const ABOUT_TIMES = /\b(?:times?|dates?|expir|valid|until|zeit|datum|uhr|gültig|ablauf|utc|gmt)/;
/** A form that speaks of the reader's own zone says nothing new. */
const ABOUT_READER = /\b(?:local|your|browser|ihre?r?|lokal|ortszeit|computer)\b/;

const ZONE_FIELD = /time ?zone|zeitzone|fuseau|zona|fuso/;

/**
 * The zones in which a form's times may be meant: what its labels and hints say ("Expires (UTC)"),
 * else the browser's.
 *
 * @returns several where a name such as "CET" stands for more than one, none where one was chosen that nobody knows.
 */
export function formZones(form: CreateForm): string[] {
  const frame = frameOf(form);
  for (const field of frame.querySelectorAll<HTMLSelectElement>("select")) {
    if (!ZONE_FIELD.test(fieldLabel(field, frame))) continue;
    const [option] = field.selectedOptions;
    const chosen = `${option?.text} ${field.value}`;
    if (!ABOUT_READER.test(fold(chosen))) return findZone(chosen).zones ?? [];
  }
  for (const text of formTexts(form)) {
    const words = fold(text);
    const { zones, rest } = findZone(text);
    if (!zones || ABOUT_READER.test(words)) continue;
    const isBare = !/\p{L}/u.test(rest);
    if (isBare || ABOUT_TIMES.test(words)) return zones;
  }
  return [browserZone()];
}

import type { CreateForm } from "./create-form";
import { findCustomDate } from "./custom-date";
import * as dom from "./dom";
import { formZones } from "./form-zone";
import { inputsOf, noEvidence, shownExpiry } from "./shown-expiry";
import { textOf } from "./text";
import { browserZone } from "./wall-clock";

/** What a person typed before asking for a key. */
export interface AskedKey {
  description: string;
  /** Last instant the key shall work, in epoch ms; `null` where the form could not be read surely. */
  endsMs: number | null;
}

/**
 * What the form says at this moment.
 *
 * @param readText - Reads the text of a date picker; `null` unless it means one instant only.
 */
export function readCreateForm(
  form: CreateForm,
  readText: (text: string) => number | null,
): AskedKey {
  const description = (form.description?.value ?? "").trim().slice(0, 500);
  return { description, endsMs: sureEndOf(form, readText) };
}

function sureEndOf(form: CreateForm, readText: (text: string) => number | null): number | null {
  try {
    // A date beside "90 days" or "Never" may stand there still, and means nothing.
    return findCustomDate(form) ? null : endOf(form, readText);
  } catch {
    // Fields that are named like members of their form hide these; no key may be lost over that.
    return null;
  }
}

function endOf(form: CreateForm, readText: (text: string) => number | null): number | null {
  const native = inputsOf(form).filter(({ type }) => /^date/.test(type));
  if (native.length === 0) {
    const texts = form.expiry.map((field) => dom.fieldValue(field) ?? textOf(field));
    return readText(texts.filter(Boolean).join(" "));
  }
  const shown = shownExpiry(form, noEvidence());
  const day = native.find(({ type }) => type === "date");
  if (shown !== null || !day) return shown;
  const [zone, ...others] = formZones(form);
  return zone === browserZone() && others.length === 0 ? msOf(`${day.value}T23:59:59.999`) : null;
}

function msOf(local: string): number | null {
  const ms = new Date(local).getTime();
  return Number.isNaN(ms) ? null : ms;
}

import type { CreateForm } from "./create-form";
import { readPattern } from "./date-pattern";
import { formTexts } from "./form-texts";
import { formZones } from "./form-zone";
import { readLifeLimit } from "./life-limit";
import { segmentsOf } from "./picker-segments";
import { inputsOf, pairOf } from "./shown-expiry";
import { instantOf } from "./wall-clock";

/** What a create form says it takes, as far as it says so. Instants are ISO. */
export interface FormLimits {
  /** Characters of the longest description. */
  longest: number | null;
  /** The first and the last end it takes. */
  earliest: string | null;
  latest: string | null;
  /** Its own words about how long a key may last, and the last end they allow. */
  said: { words: string; latest: string } | null;
}

/** Reads the limits that stand in the attributes and hints of a form. */
export function readFormLimits(form: CreateForm, nowMs: number): FormLimits {
  const { maxLength = -1 } = form.description ?? {};
  return {
    longest: maxLength > 0 ? maxLength : null,
    earliest: isoOf(boundOf(form, "min")),
    latest: isoOf(boundOf(form, "max")),
    said: said(form, nowMs),
  };
}

/** In epoch ms; a day without a time is taken to its end, or from its beginning. */
function boundOf(form: CreateForm, which: "min" | "max"): number | null {
  const inputs = inputsOf(form);
  const whole = inputs.find(({ type }) => type === "datetime-local");
  const day = pairOf(inputs, form).day ?? inputs.find(({ type }) => type === "date");
  const text = whole?.[which] || (day?.type === "date" ? day[which] : "") || yearOf(form, which);
  if (!text) return null;
  const last = which === "max" ? "T23:59" : "T00:00";
  const minute = text.includes("T") ? text.slice(0, "YYYY-MM-DDTHH:mm".length) : text + last;
  const wall = readPattern("YYYY-MM-DDTHH:mm", minute);
  return wall && instantOf(wall, formZones(form)[0]);
}

/** Typed segments tell the years they take; kits mostly allow far more than any key lasts. */
function yearOf(form: CreateForm, which: "min" | "max"): string {
  const year = segmentsOf(form.expiry).find(({ part }) => part === "year")?.element;
  const value = year?.getAttribute(`aria-value${which}`) ?? "";
  if (!/^2\d{3}$/.test(value)) return "";
  return which === "max" ? `${value}-12-31` : `${value}-01-01`;
}

function said(form: CreateForm, nowMs: number): FormLimits["said"] {
  for (const words of formTexts(form)) {
    const latestMs = readLifeLimit(words, nowMs);
    if (latestMs !== null) return { words, latest: new Date(latestMs).toISOString() };
  }
  return null;
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

import type { CreateForm } from "./create-form";
import { writePattern } from "./date-pattern";
import { formZones } from "./form-zone";
import { fillParts, partsOf } from "./parted-date";
import { segmentsOf } from "./picker-segments";
import { settle } from "./settle";
import { type FormatEvidence, inputsOf, pairOf, shownExpiry, takesDayOnly } from "./shown-expiry";
import { typeText } from "./type-date";
import { typeSegments } from "./type-segments";
import { DAY_PATTERNS, PATTERNS, TIME_PATTERNS } from "./usual-patterns";
import { wallTimeOf } from "./wall-clock";
import { focusOn, leave, write } from "./write-field";

/**
 * Makes the form say an instant, as a person's typing would.
 *
 * @returns whether the form now says it, as {@link shownExpiry} reads it back.
 */
export async function fillExpiry(
  form: CreateForm,
  atMs: number,
  evidence: FormatEvidence,
): Promise<boolean> {
  const [zone] = formZones(form);
  const at = wallTimeOf(atMs, zone);
  const says = () => shownExpiry(form, evidence) === atMs;
  if (says()) return true;
  const segments = segmentsOf(form.expiry);
  if (segments.length > 0) {
    await typeSegments(form, at, says);
    return says();
  }
  if (partsOf(form.expiry).length > 0) {
    await fillParts(() => partsOf(form.expiry), at);
    return says();
  }
  const inputs = inputsOf(form);
  const whole = inputs.find(({ type }) => type === "datetime-local");
  if (whole) {
    focusOn(whole);
    write(whole, writePattern("YYYY-MM-DDTHH:mm", at));
    await settle();
    leave(whole);
    await settle();
    return says();
  }
  const { day, time } = pairOf(inputs, form);
  if (day && time) {
    const isDayTaken = await typeText(day, form, at, evidence, DAY_PATTERNS);
    const isTimeTaken = await typeText(time, form, at, evidence, TIME_PATTERNS);
    return isDayTaken && isTimeTaken && says();
  }
  const [only, second] = inputs;
  if (!only || second || only.type === "number") return false;
  // The day at least, for whoever decides whether it will do.
  await typeText(only, form, at, evidence, takesDayOnly(form) ? DAY_PATTERNS : PATTERNS);
  return says();
}

import type { CreateForm } from "./create-form";
import { hasTime, orderOf, readPattern } from "./date-pattern";
import { fieldLabel } from "./field-label";
import { formZones } from "./form-zone";
import { partsOf, readParts } from "./parted-date";
import { patternIn } from "./pattern-hint";
import { readSegments, segmentsOf } from "./picker-segments";
import { referencedText } from "./text";
import { DAY_PATTERNS, PATTERNS, TIME_PATTERNS } from "./usual-patterns";
import { instantOf, isSameTime, type WallTime } from "./wall-clock";

/** What is known of how a form's date fields are written; found out while filling, used for reading. */
export interface FormatEvidence {
  /** By field: patterns that are proven; where there is none, every usual one is possible. */
  proven: Map<HTMLElement, string>;
}

export function noEvidence(): FormatEvidence {
  return { proven: new Map() };
}

/**
 * What the form's expiry fields say now, in epoch ms of whole minutes.
 *
 * @returns `null` when they are empty, cannot be read, or may mean more than one instant.
 */
export function shownExpiry(form: CreateForm, evidence: FormatEvidence): number | null {
  const [only, ...others] = instantsShown(form, evidence);
  return others.length > 0 ? null : (only ?? null);
}

/** Whether what the fields show may mean an instant: enough where a person chose it knowingly. */
export function mayShowExpiry(form: CreateForm, evidence: FormatEvidence, atMs: number): boolean {
  return instantsShown(form, evidence).has(atMs);
}

function instantsShown(form: CreateForm, evidence: FormatEvidence): Set<number> {
  const zones = formZones(form);
  const instants = wallTimesShown(form, evidence).flatMap((wall) =>
    zones.map((zone) => instantOf(wall, zone)),
  );
  return new Set(instants.filter((atMs) => atMs !== null));
}

function wallTimesShown(form: CreateForm, evidence: FormatEvidence): WallTime[] {
  const segments = segmentsOf(form.expiry);
  if (segments.length > 0) return present(readSegments(segments));
  const parts = partsOf(form.expiry);
  if (parts.length > 0) return present(readParts(parts));
  const inputs = inputsOf(form);
  const whole = inputs.find(({ type }) => type === "datetime-local");
  if (whole)
    return present(readPattern("YYYY-MM-DDTHH:mm", whole.value.replace(/:00(?:\.0+)?$/, trimmed)));
  const { day, time } = pairOf(inputs, form);
  if (day && time) {
    const clocks = meanings(time, form, evidence, TIME_PATTERNS);
    return meanings(day, form, evidence, DAY_PATTERNS).flatMap((date) =>
      clocks.map(({ hour, minute }) => ({ ...date, hour, minute })),
    );
  }
  const [only, second] = inputs;
  // When on that day such a key ends is the console's secret.
  if (!only || second || /date|time/.test(only.type)) return [];
  return meanings(only, form, evidence, PATTERNS);
}

/** A single field that takes a day and no time, so that no minute can be asked for. */
export function takesDayOnly(form: CreateForm): boolean {
  const [only, second] = inputsOf(form);
  if (!only || second || segmentsOf(form.expiry).length > 0) return false;
  return only.type === "date" || hintOf(only, form, DAY_PATTERNS) !== null;
}

/** Seconds are dropped only where minutes are left. */
function trimmed(end: string, at: number): string {
  return at > "YYYY-MM-DDTHH".length ? "" : end;
}

/** Every time a field's text may mean, by what is known of how it is written. */
export function meanings(
  field: HTMLInputElement,
  form: CreateForm,
  evidence: FormatEvidence,
  patterns: readonly string[],
): WallTime[] {
  const text = field.value.trim();
  if (text === "") return [];
  if (field.type === "date") return present(readPattern("YYYY-MM-DD", text));
  if (field.type === "time")
    return present(readPattern(/:\d\d:/.test(text) ? "HH:mm:ss" : "HH:mm", text));
  const known = evidence.proven.get(field) ?? hintOf(field, form, patterns);
  const possible = known ? patterns.filter((one) => orderOf(one) === orderOf(known)) : patterns;
  const read = [...(known ? [known] : []), ...possible].flatMap((pattern) =>
    present(readPattern(pattern, text)),
  );
  return read.filter((one, at) => read.findIndex((other) => isSameTime(one, other)) === at);
}

/** How a field says it wants to be written: its placeholder, its label, the hint below it. */
export function hintOf(
  field: HTMLInputElement,
  form: CreateForm,
  patterns: readonly string[],
): string | null {
  const texts = [
    field.placeholder,
    field.getAttribute("data-format") ?? "",
    ...[...(field.labels ?? [])].map((label) => label.textContent ?? ""),
    referencedText(field, "aria-describedby"),
    fieldLabel(field, form.container),
  ];
  for (const text of texts) {
    const pattern = patternIn(text);
    if (pattern && hasTime(pattern) === (patterns !== DAY_PATTERNS)) return pattern;
  }
  return null;
}

export function inputsOf({ expiry }: CreateForm): HTMLInputElement[] {
  return expiry.filter((field): field is HTMLInputElement => field.localName === "input");
}

/** The fields for day and time, where they are two. */
export function pairOf(inputs: HTMLInputElement[], form: CreateForm) {
  const [first, second, third] = inputs;
  const day = inputs.find(({ type }) => type === "date");
  const time = inputs.find(({ type }) => type === "time");
  if (day || time) return { day, time };
  if (!first || !second || third) return { day: undefined, time: undefined };
  const isTime = (input: HTMLInputElement) =>
    /\b(?:time|uhrzeit|zeit|heure|hora|ora|tijd)\b/.test(fieldLabel(input, form.container));
  if (isTime(first) === isTime(second)) return { day: first, time: second };
  return isTime(second) ? { day: first, time: second } : { day: second, time: first };
}

function present(read: WallTime | null): WallTime[] {
  return read ? [read] : [];
}

import { type CreateForm, fieldLabel } from "./create-form";
import {
  DAY_PATTERNS,
  hasTime,
  instantOf,
  isSameDay,
  isSameTime,
  likelyFirst,
  orderOf,
  PATTERNS,
  patternIn,
  readPattern,
  TIME_PATTERNS,
  type WallTime,
  wallTimeOf,
  writePattern,
} from "./date-pattern";
import { keysFor, patternOfSegments, readSegments, segmentsOf } from "./picker-segments";
import { referencedText } from "./text";
import { focusOn, leave, paste, strike, typeInto, write } from "./write-field";

const SETTLE_MS = 60;
/** Second tries are slower: a busy page may not have drawn the first one in time. */
const SLOW = 3;

const MOST_TRIES = 14;

/** What is known of how a form's date fields are written; found out while filling, used for reading. */
export interface FormatEvidence {
  /** By field: patterns that are proven; where there is none, every usual one is possible. */
  proven: Map<HTMLElement, string>;
}

export function noEvidence(): FormatEvidence {
  return { proven: new Map() };
}

/**
 * What the form's expiry fields say now, in epoch ms of whole minutes, read in the browser's zone.
 *
 * @returns `null` when they are empty, cannot be read, or may mean more than one instant.
 */
export function shownExpiry(form: CreateForm, evidence: FormatEvidence): number | null {
  const segments = segmentsOf(form.expiry);
  if (segments.length > 0) return ofWall(readSegments(segments));
  const inputs = inputsOf(form);
  const whole = inputs.find(({ type }) => type === "datetime-local");
  if (whole) return ofLocal(whole.value);
  const { day, time } = pairOf(inputs, form);
  if (day && time) {
    const days = meanings(day, form, evidence, DAY_PATTERNS);
    const times = meanings(time, form, evidence, TIME_PATTERNS);
    const [date, ...otherDays] = days;
    const [clock, ...otherTimes] = times;
    if (!date || !clock || otherDays.length + otherTimes.length > 0) return null;
    return ofWall({ ...date, hour: clock.hour, minute: clock.minute });
  }
  const [only, second] = inputs;
  if (!only || second) return null;
  const read = meanings(only, form, evidence, PATTERNS);
  return read.length === 1 ? ofWall(read[0] ?? null) : null;
}

/** Whether what the fields show may mean an instant: enough where a person chose it knowingly. */
export function mayShowExpiry(form: CreateForm, evidence: FormatEvidence, atMs: number): boolean {
  if (shownExpiry(form, evidence) === atMs) return true;
  const at = wallTimeOf(atMs);
  const inputs = inputsOf(form);
  const { day, time } = pairOf(inputs, form);
  if (day && time) {
    return (
      meanings(day, form, evidence, DAY_PATTERNS).some((read) => isSameDay(read, at)) &&
      meanings(time, form, evidence, TIME_PATTERNS).some((read) => isSameClock(read, at))
    );
  }
  const [only, second] = inputs;
  if (!only || second || segmentsOf(form.expiry).length > 0) return false;
  return meanings(only, form, evidence, PATTERNS).some((read) => isSameTime(read, at));
}

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
  const at = wallTimeOf(atMs);
  const says = () => shownExpiry(form, evidence) === atMs;
  if (says()) return true;
  const segments = segmentsOf(form.expiry);
  if (segments.length > 0) {
    await typeSegments(form, at, says);
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
  if (!only || second) return false;
  return (await typeText(only, form, at, evidence, PATTERNS)) && says();
}

/** Tries the ways of writing in turn until the field takes one, and proves the order of day and month. */
async function typeText(
  field: HTMLInputElement,
  form: CreateForm,
  at: WallTime,
  evidence: FormatEvidence,
  patterns: readonly string[],
): Promise<boolean> {
  if (field.type === "date" || field.type === "time") {
    focusOn(field);
    write(field, writePattern(field.type === "date" ? "YYYY-MM-DD" : "HH:mm", at));
    await settle();
    leave(field);
    return true;
  }
  const hint = hintOf(field, form, patterns);
  const tries = hint
    ? [hint]
    : likelyFirst(patterns, document.documentElement.lang).slice(0, MOST_TRIES);
  const paced = [1, SLOW].flatMap((pace) => tries.map((pattern) => ({ pattern, pace })));
  for (const { pattern, pace } of paced) {
    await unsettle(field);
    if ((await type(field, writePattern(pattern, at), pattern, pace)) === "refused") continue;
    if (meanings(field, form, evidence, patterns).length === 1) return true;
    const proven = await prove(field, pattern, at);
    if (proven === null) return false;
    evidence.proven.set(field, proven);
    return (await type(field, writePattern(proven, at), proven)) !== "refused";
  }
  return false;
}

/**
 * Tells day-first from month-first by what the field itself understands: of two texts with a day
 * above 12 it takes only one, or writes only one anew in its own way. A field that treats both
 * alike proves nothing.
 */
async function prove(
  field: HTMLInputElement,
  pattern: string,
  at: WallTime,
): Promise<string | null> {
  const order = orderOf(pattern);
  if (order !== "DMY" && order !== "MDY") return null;
  const probe = { ...at, day: 25 };
  const spellings = [pattern, pattern.replace("DD", "D").replace("MM", "M")];
  for (const spelling of spellings) {
    const other = swapped(spelling);
    const mine = await type(field, writePattern(spelling, probe), spelling);
    const others = await type(field, writePattern(other, probe), other);
    if (mine === others) continue;
    if (mine === "rewritten" || others === "refused") return spelling;
    if (others === "rewritten" || mine === "refused") return other;
  }
  return null;
}

/** What became of a typed text: the field wrote it anew in its own way, kept it, or did not take it. */
type Taken = "rewritten" | "kept" | "refused";

async function type(
  field: HTMLInputElement,
  text: string,
  pattern: string,
  pace = 1,
): Promise<Taken> {
  const wanted = readPattern(pattern, text);
  const isEquivalent = () => {
    const read = readPattern(pattern, field.value);
    return read !== null && wanted !== null && isSameTime(read, wanted);
  };
  const enter = async (typed: string, isConfirmed: boolean): Promise<Taken> => {
    focusOn(field);
    field.select();
    write(field, typed);
    await settle(pace);
    if (isConfirmed || isOpenPicker(field)) strike(field, "Enter");
    await settle(pace);
    leave(field);
    await settle(pace);
    if (!isEquivalent()) return "refused";
    if (field.value !== typed) return "rewritten";
    // Some drop a text a moment after it was left.
    await settle(pace);
    return isEquivalent() && !isInvalid(field) ? "kept" : "refused";
  };
  const first = await enter(text, false);
  if (first !== "refused") return first;
  // Calendars of some kits take a typed text on Enter only, and drop it otherwise.
  const second = await enter(text, true);
  if (second !== "refused" || !isEquivalent()) return second;
  // Marked as wrong, perhaps for another reason. One that understands it drops a blank behind it.
  return (await enter(`${text} `, true)) === "rewritten" ? "rewritten" : enter(text, true);
}

/** An earlier refusal may still be marked, and would be taken for the next one's: an empty field is right again. */
async function unsettle(field: HTMLInputElement): Promise<void> {
  if (!isInvalid(field)) return;
  focusOn(field);
  write(field, "");
  await settle();
  if (isOpenPicker(field)) strike(field, "Enter");
  leave(field);
  await settle();
}

/** A calendar that opened beside the field waits for its Enter. */
function isOpenPicker(field: HTMLInputElement): boolean {
  return (
    field.matches("[role=combobox],[aria-expanded=true]") || field.closest("[opened]") !== null
  );
}

async function typeSegments(form: CreateForm, at: WallTime, says: () => boolean): Promise<void> {
  const segments = segmentsOf(form.expiry);
  const [first] = segments;
  if (!first) return;
  const text = writePattern(patternOfSegments(segments), at);
  const hidden = form.expiry.find((field) => field.localName === "input") as
    | HTMLInputElement
    | undefined;
  if (hidden) {
    write(hidden, text);
    await settle(2);
    if (says()) return;
  }
  focusOn(first.element);
  strike(first.element, "a", { ctrlKey: true });
  await settle();
  paste(
    document.activeElement instanceof HTMLElement ? document.activeElement : first.element,
    text,
  );
  await settle(2);
  if (says()) return;
  const isTwelve = segments.some(({ part }) => part === "half");
  for (const segment of segments) {
    focusOn(segment.element);
    for (const key of keysFor(segment, at, isTwelve)) {
      strike(segment.element, key);
      typeInto(segment.element, key);
      await settle();
    }
  }
  leave(first.element);
  await settle(2);
}

/** Every time a field's text may mean, by what is known of how it is written. */
function meanings(
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
function hintOf(
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

function inputsOf({ expiry }: CreateForm): HTMLInputElement[] {
  return expiry.filter((field): field is HTMLInputElement => field.localName === "input");
}

function pairOf(inputs: HTMLInputElement[], form: CreateForm) {
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

function swapped(pattern: string): string {
  return pattern.replace(/MM|M|DD|D/g, (token) =>
    token.startsWith("M") ? "D".repeat(token.length) : "M".repeat(token.length),
  );
}

function isInvalid(field: HTMLElement): boolean {
  return field.matches("[aria-invalid=true]") || field.closest("[invalid]") !== null;
}

function isSameClock(a: WallTime, b: WallTime): boolean {
  return a.hour === b.hour && a.minute === b.minute;
}

function present(read: WallTime | null): WallTime[] {
  return read ? [read] : [];
}

function ofWall(read: WallTime | null): number | null {
  return read ? instantOf(read) : null;
}

function ofLocal(value: string): number | null {
  const ms = value ? new Date(value).getTime() : Number.NaN;
  return Number.isNaN(ms) || ms % 60_000 !== 0 ? null : ms;
}

function settle(times = 1): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, times * SETTLE_MS));
}

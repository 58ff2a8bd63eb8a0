import type { CreateForm } from "./create-form";
import { orderOf, readPattern, writePattern } from "./date-pattern";
import { settle } from "./settle";
import { type FormatEvidence, hintOf, meanings } from "./shown-expiry";
import { likelyFirst } from "./usual-patterns";
import { isSameTime, type WallTime } from "./wall-clock";
import { focusOn, leave, strike, write } from "./write-field";

/** Second tries are slower: a busy page may not have drawn the first one in time. */
const SLOW = 3;
const MOST_TRIES = 14;
/** Each takes a second, and somebody waits for being asked when no way of writing is taken. */
const MOST_SLOW_TRIES = 5;

/** Tries the ways of writing in turn until the field takes one, and proves the order of day and month. */
export async function typeText(
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
  const paced = [
    ...tries.map((pattern) => ({ pattern, pace: 1 })),
    ...tries.slice(0, MOST_SLOW_TRIES).map((pattern) => ({ pattern, pace: SLOW })),
  ];
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

function swapped(pattern: string): string {
  return pattern.replace(/MM|M|DD|D/g, (token) =>
    token.startsWith("M") ? "D".repeat(token.length) : "M".repeat(token.length),
  );
}

function isInvalid(field: HTMLElement): boolean {
  return field.matches("[aria-invalid=true]") || field.closest("[invalid]") !== null;
}

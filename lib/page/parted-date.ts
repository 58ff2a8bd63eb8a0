import { monthNames, readPattern, writePattern } from "./date-pattern";
import { type Part, partOf } from "./picker-segments";
import { settle } from "./settle";
import { fold, textOf } from "./text";
import type { WallTime } from "./wall-clock";
import { choose, focusOn, leave, write } from "./write-field";

/** A field of its own for one part of a date, or a native one for the whole day. */
interface PartField {
  part: Part | "date";
  field: HTMLInputElement | HTMLSelectElement;
}

const NUMBERED = "input[type=number],input[inputmode=numeric]";
const MOST_OPTIONS = 200;
const ORDER: PartField["part"][] = ["date", "year", "month", "day", "hour", "minute", "half"];

/** The fields a date is put together from; empty where that is not how the form asks for it. */
export function partsOf(fields: HTMLElement[]): PartField[] {
  const parts = fields.flatMap((field): PartField[] => {
    if (field instanceof HTMLSelectElement)
      return present(partOf(field) ?? partByOptions(field), field);
    if (!(field instanceof HTMLInputElement)) return [];
    if (field.type === "date") return [{ part: "date", field }];
    return field.matches(NUMBERED) ? present(partOf(field), field) : [];
  });
  const isParted = parts.some(({ part }) => part !== "date");
  return isParted ? parts : [];
}

/** What the parts say together; `null` while one is missing, empty or not understood. */
export function readParts(parts: PartField[]): WallTime | null {
  const value = (wanted: Part) => {
    const found = parts.find(({ part }) => part === wanted);
    return found ? shownNumber(found.field) : null;
  };
  const whole = parts.find(({ part }) => part === "date")?.field.value ?? "";
  const day = readPattern("YYYY-MM-DD", whole) ?? {
    year: value("year") ?? 0,
    month: value("month") ?? 0,
    day: value("day") ?? 0,
  };
  const half = parts.find(({ part }) => part === "half")?.field;
  const words = half ? fold(shownText(half)) : "";
  const shown = value("hour");
  const isLate = /^p\.?m/.test(words);
  if (half && !isLate && !/^a\.?m/.test(words)) return null;
  if (shown === null || value("minute") === null) return null;
  const hour = half ? (shown % 12) + (isLate ? 12 : 0) : shown;
  const read = { ...day, hour, minute: value("minute") ?? 0 };
  return readPattern("YYYY-MM-DD HH:mm", writePattern("YYYY-MM-DD HH:mm", read));
}

/** Chooses or writes each part; the year first, since the days on offer depend on it. */
export async function fillParts(find: () => PartField[], at: WallTime): Promise<void> {
  const isTwelve = find().some(({ part }) => part === "half");
  const wanted: Record<Part, number> = {
    ...at,
    hour: isTwelve ? at.hour % 12 || 12 : at.hour,
    half: at.hour < 12 ? 0 : 1,
  };
  for (const part of ORDER) {
    const field = find().find((one) => one.part === part)?.field;
    if (!field) continue;
    focusOn(field);
    if (field instanceof HTMLSelectElement) {
      const option = [...field.options].find((one) => isMeant(one, part, wanted));
      if (option) choose(field, option);
    } else write(field, part === "date" ? writePattern("YYYY-MM-DD", at) : String(wanted[part]));
    await settle();
    leave(field);
    await settle();
  }
}

function isMeant(option: HTMLOptionElement, part: PartField["part"], wanted: Record<Part, number>) {
  const words = fold(textOf(option));
  if (part === "date") return false;
  if (part === "half") return (wanted.half === 0 ? /^a\.?m/ : /^p\.?m/).test(words);
  return numberOf(words) === wanted[part];
}

/** What stands there for a person; the value behind an option may count months from 0. */
function shownNumber(field: HTMLInputElement | HTMLSelectElement): number | null {
  return numberOf(fold(shownText(field)));
}

function shownText(field: HTMLInputElement | HTMLSelectElement): string {
  if (field instanceof HTMLInputElement) return field.value;
  const [option] = field.selectedOptions;
  return option ? textOf(option, { hidden: true }) : "";
}

function numberOf(words: string): number | null {
  if (/^\d{1,4}$/.test(words)) return Number(words);
  const month = monthBeginnings().indexOf(words.slice(0, 3));
  return words.length >= 3 && month >= 0 ? (month % 12) + 1 : null;
}

/** In the page's language, and in English. */
function monthBeginnings(): string[] {
  return [document.documentElement.lang || "en", "en"].flatMap((language) =>
    monthNames(language).map((name) => fold(name).slice(0, 3)),
  );
}

function partByOptions(field: HTMLSelectElement): Part | null {
  const words = [...field.options].slice(0, MOST_OPTIONS).map((option) => fold(textOf(option)));
  if (words.some((word) => /^p\.?m\.?$/.test(word))) return "half";
  const numbers = words.flatMap((word) => numberOf(word) ?? []);
  if (numbers.length < words.length - 1 || numbers.length < 3) return null;
  if (words.some((word) => /^\p{L}{3}/u.test(word) && numberOf(word) !== null)) return "month";
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (least > 1999) return "year";
  if (least === 0 && most === 23) return "hour";
  if (least === 0 && most > 29 && most < 60) return "minute";
  return least === 1 && most > 27 && most < 32 ? "day" : null;
}

function present(part: Part | null, field: PartField["field"]): PartField[] {
  return part ? [{ part, field }] : [];
}

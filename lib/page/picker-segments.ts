import { ownLabel } from "./field-label";
import { fold, textOf } from "./text";
import type { WallTime } from "./wall-clock";

/** A part of a date and time; `half` is the half of the day. */
export type Part = "year" | "month" | "day" | "hour" | "minute" | "half";

const SPIN = "[role=spinbutton]";

/** How segments of a date are named. Kept as lists: kits translate them. */
const NAMES: [Part, RegExp][] = [
  ["year", /\b(?:year|jahr|année|año|anno|jaar|ano|rok)\b/],
  ["month", /\b(?:month|monat|mois|mes|mese|maand|mês|miesiąc)\b/],
  ["day", /\b(?:day|tag|jour|día|giorno|dag|dia|dzień)\b/],
  ["hour", /\b(?:hours?|stunden?|heures?|horas?|ora|ore|uur|uren|godzina)\b/],
  ["minute", /\b(?:minutes?|minuten?|minutos?|minuti|minuut|minuta)\b/],
  ["half", /\b(?:meridiem|am ?\/ ?pm|dayperiod|day period|tageshälfte)\b/],
];

/** One typed part of a date. */
export interface Segment {
  part: Part;
  element: HTMLElement;
}

/** How far around a field its own segments may stand. */
const NEAR = 4;

/**
 * The typed segments of a date field in order; empty when there are none, or not all are understood.
 * Kits often keep an invisible field with the whole text beside them, and label only that one.
 */
export function segmentsOf(fields: HTMLElement[]): Segment[] {
  const own = fields.filter((field) => field.matches(SPIN));
  const spins = own.length > 0 ? own : fields.flatMap(segmentsAround);
  const segments = spins.map((element) => ({ part: partOf(element), element }));
  return segments.every((segment): segment is Segment => segment.part !== null) ? segments : [];
}

function segmentsAround(field: HTMLElement): HTMLElement[] {
  let around: Element | null = field.parentElement;
  for (let up = 0; around && up < NEAR; up++, around = around.parentElement) {
    const spins = [...around.querySelectorAll<HTMLElement>(SPIN)];
    if (spins.length > 0) return spins;
  }
  return [];
}

/** What the segments say, by their names rather than their order; `null` while one is empty. */
export function readSegments(segments: Segment[]): WallTime | null {
  const value = (part: Part) => {
    const element = segments.find((segment) => segment.part === part)?.element;
    return element ? numberIn(element) : null;
  };
  const [year, month, day, hour, minute] = (
    ["year", "month", "day", "hour", "minute"] as const
  ).map(value);
  if (!year || year < 1000 || !month || !day || hour === null || minute === null) return null;
  if (hour === undefined || minute === undefined) return null;
  const half = segments.find(({ part }) => part === "half")?.element;
  if (!half) return { year, month, day, hour, minute };
  const words = fold(`${half.getAttribute("aria-valuetext") ?? ""} ${textOf(half)}`);
  const isLate = /\bp\.?m\b/.test(words);
  if (!isLate && !/\ba\.?m\b/.test(words)) return null;
  return { year, month, day, hour: (hour % 12) + (isLate ? 12 : 0), minute };
}

/** What is typed into a segment so that it shows its part of the time. */
export function keysFor({ part }: Segment, at: WallTime, isTwelve: boolean): string {
  const two = (value: number) => String(value).padStart(2, "0");
  switch (part) {
    case "year":
      return String(at.year);
    case "half":
      return at.hour < 12 ? "a" : "p";
    case "hour":
      return two(isTwelve ? at.hour % 12 || 12 : at.hour);
    default:
      return two(at[part]);
  }
}

/** The pattern the segments follow, such as "MM/DD/YYYY hh:mm A". */
export function patternOfSegments(segments: Segment[]): string {
  const isTwelve = segments.some(({ part }) => part === "half");
  const tokens: Record<Part, string> = {
    year: "YYYY",
    month: "MM",
    day: "DD",
    hour: isTwelve ? "hh" : "HH",
    minute: "mm",
    half: "A",
  };
  const dates = segments.filter(({ part }) => /year|month|day/.test(part));
  const times = segments.filter(({ part }) => /hour|minute/.test(part));
  const date = dates.map(({ part }) => tokens[part]).join(separatorIn(segments) ?? "/");
  const time = times.map(({ part }) => tokens[part]).join(":");
  return [date, time, ...(isTwelve ? ["A"] : [])].filter(Boolean).join(" ");
}

function separatorIn([first, second]: Segment[]): string | null {
  const group =
    first?.element.closest("[role=group]") ?? first?.element.parentElement?.parentElement;
  if (!group || !first || !second) return null;
  const text = textOf(group, { hidden: true });
  return /[./-]/.exec(text)?.[0] ?? null;
}

/** The part an element is named after. */
export function partOf(element: HTMLElement): Part | null {
  const words = fold(ownLabel(element));
  return NAMES.find(([, name]) => name.test(words))?.[0] ?? null;
}

function numberIn(element: HTMLElement): number | null {
  const now = element.getAttribute("aria-valuenow");
  const text = textOf(element);
  const shown = /^\d{1,4}$/.test(text) ? Number(text) : null;
  if (now !== null && /^\d{1,4}$/.test(now)) return Number(now);
  return shown;
}

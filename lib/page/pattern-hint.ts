import { orderOf, readPattern, writePattern } from "./date-pattern";
import { PATTERNS } from "./usual-patterns";

/**
 * The pattern a placeholder, label or hint spells out, such as "TT.MM.JJJJ SS:mm" or
 * "31/12/2027 18:00" (an example counts when its parts cannot be confused).
 */
export function patternIn(text: string): string | null {
  const spelled =
    /\b(?:[DTJ]{1,2}|M{1,4}|[YJA]{2,4})([./\- ])\s?(?:[DTJ]{1,2}|M{1,4})\1\s?(?:[DTJ]{1,2}|[YJA]{2,4})\b(?:[,T ]+(?:um )?[Hhs]{1,2}[:.]m{2}(?:[:.]s{2})?(?:\s?[aApP]{1,2})?)?/i.exec(
      text,
    )?.[0];
  if (spelled) return spelledPattern(spelled);
  const example =
    /\b\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[,T ]+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?)?/i.exec(
      text,
    )?.[0];
  if (!example) return null;
  const fitting = PATTERNS.filter((pattern) => readPattern(pattern, example) !== null);
  const orders = new Set(fitting.map(orderOf));
  return orders.size === 1 ? (fitting.find((one) => writesLike(one, example)) ?? null) : null;
}

function spelledPattern(spelled: string): string {
  const [date = "", ...time] = spelled.split(/(?=[,T ]+(?:um )?[Hhs]{1,2}[:.])/);
  const day = date
    .toUpperCase()
    .replace(/J{3,4}|A{4}/g, "YYYY")
    .replace(/T{1,2}|J{1,2}(?!J)/g, (run) => "D".repeat(run.length));
  const clock = time
    .join("")
    .replace(/[Hhs]{1,2}(?=[:.]m)/i, (run) =>
      (/[ap]/i.test(time.join("").slice(-3)) ? "h" : "H").repeat(run.length),
    )
    .replace(/\s?[aApP]{1,2}$/, " A");
  return day + clock;
}

function writesLike(pattern: string, example: string): boolean {
  const read = readPattern(pattern, example);
  return read !== null && writePattern(pattern, read).toLowerCase() === example.toLowerCase();
}

import type { FormLimits } from "../../page/form-limits";

const LONGEST_WORDS = 200;
const MOST_CHARACTERS = 100_000;

/** Checks what came from the console's page, field by field; `null` when it is no such thing. */
export function checkLimits(sent: unknown): FormLimits | null {
  if (typeof sent !== "object" || sent === null) return null;
  const { longest, earliest, latest, said } = sent as Record<string, unknown>;
  const isLength = (value: unknown): value is number =>
    Number.isInteger(value) && (value as number) > 0 && (value as number) <= MOST_CHARACTERS;
  if (longest !== null && !isLength(longest)) return null;
  if (!isInstantOrNone(earliest) || !isInstantOrNone(latest)) return null;
  const words = checkSaid(said);
  return words === undefined ? null : { longest, earliest, latest, said: words };
}

function checkSaid(sent: unknown): FormLimits["said"] | undefined {
  if (sent === null) return null;
  if (typeof sent !== "object") return undefined;
  const { words, latest } = sent as Record<string, unknown>;
  if (typeof words !== "string" || words.length > LONGEST_WORDS) return undefined;
  return typeof latest === "string" && isInstantOrNone(latest) ? { words, latest } : undefined;
}

function isInstantOrNone(sent: unknown): sent is string | null {
  return sent === null || (typeof sent === "string" && !Number.isNaN(Date.parse(sent)));
}

/** That a key was asked for in a tab, for the page that is loaded next in it. Holds no token. */
export interface CreationNote {
  pressedAtMs: number;
  description: string;
  /** The end the form asked for; `null` where it could not be read. */
  endsMs: number | null;
  /** Marks of the token-like strings that stood in the page before. */
  before: number[];
}

/** A key is shown within this time after it was asked for, or not at all. */
const LASTS_MS = 5 * 60_000;
const MOST_MARKS = 50;

/** Checks what came from the console's page, field by field; `null` when it is no such note. */
export function checkCreationNote(sent: unknown): CreationNote | null {
  if (typeof sent !== "object" || sent === null) return null;
  const { pressedAtMs, description, endsMs, before } = sent as Record<string, unknown>;
  if (!isInstant(pressedAtMs) || !(endsMs === null || isInstant(endsMs))) return null;
  if (typeof description !== "string" || description.length > 500) return null;
  if (!Array.isArray(before) || before.length > MOST_MARKS) return null;
  if (!before.every((mark) => Number.isInteger(mark))) return null;
  return { pressedAtMs, description, endsMs, before };
}

export function isFresh({ pressedAtMs }: CreationNote, nowMs: number): boolean {
  return Math.abs(nowMs - pressedAtMs) < LASTS_MS;
}

function isInstant(sent: unknown): sent is number {
  return typeof sent === "number" && Math.abs(sent) < 8.64e15;
}

import type { Field } from "./field";
import { isDay } from "./wire-values";

/** When a storage account goes. A text without a zone settles no instant, so only its day is kept. */
export type PendingDeletion = { kind: "instant"; at: string } | { kind: "day"; day: string };

const TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * How an account without a pending deletion is written is not published: missing, `null`, empty and
 * the zero time of Go all say so here, which is `{ value: null }`. A text nobody can read is not
 * understood, never "no deletion".
 *
 * @returns `at` as ISO instant in UTC, `day` as `YYYY-MM-DD`.
 */
export function parsePendingDeletion(sent: unknown): Field<PendingDeletion | null> {
  if (sent === undefined || sent === null || sent === "") return { value: null };
  const [, day, zone] = (typeof sent === "string" && TIME.exec(sent)) || [];
  if (typeof sent !== "string" || day === undefined || !isDay(day)) {
    return { missing: "not-understood" };
  }
  if (day === "0001-01-01") return { value: null };
  if (zone === undefined) return { value: { kind: "day", day } };
  const instant = new Date(withColon(sent.replace(" ", "T")));
  return Number.isNaN(instant.getTime())
    ? { missing: "not-understood" }
    : { value: { kind: "instant", at: instant.toISOString() } };
}

/** `+0200` is ISO 8601, but not every engine reads it. */
function withColon(time: string): string {
  return time.replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
}

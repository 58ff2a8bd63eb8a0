import type { Field } from "./field";

/** Not even the right container. The client adds the operation and makes it an `ApiAnswerError`. */
export class UnreadableAnswer extends Error {
  override name = "UnreadableAnswer";
  /** Path of what is wrong, such as `answer` or `regions`. */
  readonly field: string;

  constructor(field: string) {
    super(`not understood at ${field}`);
    this.field = field;
  }
}

/** For each of our fields: the API's name for it, and how it is checked. */
export type WireShape<T> = { readonly [K in keyof T]: WireField<T[K]> };
type WireField<F> = readonly [wireName: string, parse: (sent: unknown) => F];

/** A list with what could not be read counted, so that it is never silently shorter. */
export interface Listed<T> {
  items: T[];
  /** Entries that were there but gave nothing readable. */
  notUnderstood: number;
}

/** @throws {@link UnreadableAnswer} when the answer is no object or none of its fields is known. */
export function parseOne<T extends object>(shape: WireShape<T>, answer: unknown): T {
  const record = parseRecord(shape, answer);
  if (record === null) throw new UnreadableAnswer("answer");
  return record;
}

/** `null` counts as an empty list. @throws {@link UnreadableAnswer} when it is no list. */
export function parseList<T extends object>(
  shape: WireShape<T>,
  answer: unknown,
  field = "answer",
): Listed<T> {
  if (answer === null) return { items: [], notUnderstood: 0 };
  if (!Array.isArray(answer)) throw new UnreadableAnswer(field);
  const items: T[] = [];
  for (const sent of answer) {
    const record = parseRecord(shape, sent);
    if (record !== null) items.push(record);
  }
  return { items, notUnderstood: answer.length - items.length };
}

/**
 * An object without a single readable value is no record: `{"message": "…"}` under a success status
 * must not become a partner made of dashes.
 */
function parseRecord<T extends object>(shape: WireShape<T>, sent: unknown): T | null {
  if (!isRecord(sent)) return null;
  const record: Partial<Record<keyof T, unknown>> = {};
  let isKnown = false;
  for (const name of Object.keys(shape) as (keyof T)[]) {
    const [wireName, parse] = shape[name];
    const parsed = parse(Object.hasOwn(sent, wireName) ? sent[wireName] : undefined);
    record[name] = parsed;
    isKnown ||= (parsed as Field<unknown>).value != null;
  }
  return isKnown ? (record as T) : null;
}

export function isRecord(sent: unknown): sent is Record<string, unknown> {
  return typeof sent === "object" && sent !== null && !Array.isArray(sent);
}

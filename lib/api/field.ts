import { type GenericSchema, safeParse } from "valibot";

/**
 * One value as the API gave it, or why there is none. No field of any answer is promised, so every
 * value arrives in this shape, and a screen can show "—" with the reason:
 *
 *     field.missing ? dash(field.missing) : formatBytes(field.value, locale)
 *     field.value ?? "—"
 *
 * Plain JSON, so it survives messages and snapshots.
 */
export type Field<T> = Known<T> | Missing;

export interface Known<T> {
  value: T;
  missing?: never;
}

/** `not-sent`: absent or `null`. `not-understood`: there, but not what it should be. */
export interface Missing {
  missing: "not-sent" | "not-understood";
  value?: never;
}

const NOT_SENT: Missing = Object.freeze({ missing: "not-sent" });
const NOT_UNDERSTOOD: Missing = Object.freeze({ missing: "not-understood" });

/** Checks one value on arrival. Never throws. */
export function parseField<T>(schema: GenericSchema<unknown, T>, sent: unknown): Field<T> {
  if (sent === undefined || sent === null) return NOT_SENT;
  const checked = safeParse(schema, sent);
  return checked.success ? { value: checked.output } : NOT_UNDERSTOOD;
}

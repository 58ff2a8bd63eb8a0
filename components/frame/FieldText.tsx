import type { Field } from "../../lib/api/field";

const REASONS = {
  "not-sent": "The API did not send this value.",
  "not-understood": "The API sent this value in a form that could not be read.",
} as const;

/** A value of the API as words; "—" with the reason in its title where there is none. */
export function FieldText<T>({
  field,
  words,
  title,
}: {
  field: Field<T>;
  words: (value: T) => string;
  title?: (value: T) => string;
}) {
  if (field.missing !== undefined) return <span title={REASONS[field.missing]}>—</span>;
  return <span title={title?.(field.value)}>{words(field.value)}</span>;
}

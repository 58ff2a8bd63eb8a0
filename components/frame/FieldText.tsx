import type { Field } from "../../lib/api/field";
import { t } from "../../lib/words/words";

const REASONS = {
  "not-sent": "estate.notSent",
  "not-understood": "estate.notUnderstood",
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
  if (field.missing !== undefined) return <span title={t(REASONS[field.missing])}>—</span>;
  return <span title={title?.(field.value)}>{words(field.value)}</span>;
}

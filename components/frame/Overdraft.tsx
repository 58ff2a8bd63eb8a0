import type { Field } from "../../lib/api/field";
import { t } from "../../lib/words/words";
import { FieldText } from "./FieldText";

/** Whether more may be stored than was allocated, in words. */
export function Overdraft({ field }: { field: Field<boolean> }) {
  return (
    <FieldText
      field={field}
      words={(allows) => t(allows ? "estate.overdraftAllowed" : "estate.overdraftNotAllowed")}
    />
  );
}

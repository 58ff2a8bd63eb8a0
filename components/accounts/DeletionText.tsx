import type { Field } from "../../lib/api/field";
import type { PendingDeletion } from "../../lib/api/pending-deletion";
import { dateAndTime, day } from "../dates";
import { FieldText } from "../frame/FieldText";

/** When a storage account goes. Without a zone only the day is known, and only the day is shown. */
export function DeletionText({
  pendingDeletion,
}: {
  pendingDeletion: Field<PendingDeletion | null>;
}) {
  return (
    <FieldText
      field={pendingDeletion}
      words={(pending) => {
        if (pending === null) return "Not scheduled";
        return pending.kind === "instant"
          ? `Deletion on ${dateAndTime(pending.at)}`
          : `Deletion on ${day(`${pending.day}T12:00:00`)}`;
      }}
      title={(pending) =>
        pending === null
          ? "The API names no day of deletion."
          : pending.kind === "instant"
            ? pending.at
            : "Which zone the day follows is not known."
      }
    />
  );
}

import type { Field } from "../../lib/api/field";
import type { PendingDeletion } from "../../lib/api/pending-deletion";
import { t } from "../../lib/words/words";
import { calendarDay } from "../calendar-days";
import { dateAndTime } from "../dates";
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
        if (pending === null) return t("accounts.notScheduled");
        return pending.kind === "instant"
          ? t("accounts.deletionOn", dateAndTime(pending.at))
          : t("accounts.deletionOn", calendarDay(pending.day));
      }}
      title={(pending) =>
        pending === null
          ? t("accounts.noDeletionDay")
          : pending.kind === "instant"
            ? pending.at
            : t("accounts.deletionZone")
      }
    />
  );
}

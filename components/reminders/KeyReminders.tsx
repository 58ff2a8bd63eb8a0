import { useState } from "preact/hooks";
import type { OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import { t } from "../../lib/words/words";
import { chosenSettings } from "../chosen";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { daysIn } from "./days-in";

/** When somebody is reminded of one key: days before its end, and one date of their choice. */
export function KeyReminders({
  own,
  onSave,
}: {
  own: OwnReminders | null;
  /** `null`: as for every key. */
  onSave: (own: OwnReminders | null) => Promise<void>;
}) {
  const [days, setDays] = useState(own?.leadDays?.join(", ") ?? "");
  const [date, setDate] = useState(localMinute(own?.at?.[0]));
  const [isTouched, setTouched] = useState(false);
  const saving = useAction(onSave);
  const leadDays = daysIn(days);
  const usual = chosenSettings().reminderDays.join(", ");

  async function save() {
    if (leadDays === null) return;
    const at = date === "" ? [] : [new Date(date).toISOString()];
    const chosen = { ...(leadDays.length > 0 && { leadDays }), ...(at.length > 0 && { at }) };
    const isUsual = leadDays.length === 0 && at.length === 0;
    if (await saving.run(isUsual ? null : chosen)) setTouched(false);
  }

  return (
    <form
      class="field"
      onInput={() => setTouched(true)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        {t("reminders.daysBefore")}
        <input
          value={days}
          placeholder={usual}
          aria-invalid={leadDays === null}
          onInput={(event) => setDays(event.currentTarget.value)}
        />
      </label>
      <label>
        {t("reminders.alsoOn")}
        <input
          type="datetime-local"
          value={date}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      {leadDays === null && <Notice kind="alert">{t("reminders.wholeDays", usual)}</Notice>}
      {saving.failure && <Notice kind="alert">{failureWords(saving.failure)}</Notice>}
      {isTouched && leadDays !== null && (
        <button type="submit" disabled={saving.isBusy}>
          {t("reminders.save")}
        </button>
      )}
    </form>
  );
}

function localMinute(iso: string | undefined): string {
  if (iso === undefined) return "";
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

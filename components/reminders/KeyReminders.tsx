import { useState } from "preact/hooks";
import { DEFAULT_LEADS, type OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

const USUAL = DEFAULT_LEADS.join(", ");

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
          placeholder={USUAL}
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
      {leadDays === null && <Notice kind="alert">{t("reminders.wholeDays", USUAL)}</Notice>}
      {saving.failure && <Notice kind="alert">{failureWords(saving.failure)}</Notice>}
      {isTouched && leadDays !== null && (
        <button type="submit" disabled={saving.isBusy}>
          {t("reminders.save")}
        </button>
      )}
    </form>
  );
}

/** `null` for anything but whole days up to ten years; empty for nothing written. */
function daysIn(text: string): number[] | null {
  const parts = text.split(/[,;\s]+/).filter(Boolean);
  const days = parts.map(Number);
  const isGood = days.every((one) => Number.isInteger(one) && one > 0 && one <= 3_650);
  return isGood ? [...new Set(days)].sort((a, b) => b - a) : null;
}

function localMinute(iso: string | undefined): string {
  if (iso === undefined) return "";
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

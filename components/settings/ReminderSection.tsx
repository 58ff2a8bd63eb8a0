import { useState } from "preact/hooks";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { daysIn } from "../reminders/days-in";
import { lastFailure, useAction } from "../use-action";
import { Check } from "./Check";

/** When people are reminded of keys, and whether by a notification. */
export function ReminderSection({
  days,
  notifies,
  onDays,
  onNotify,
}: {
  days: readonly number[];
  notifies: boolean;
  onDays: (days: number[]) => Promise<void>;
  /** `false` when the browser refused. */
  onNotify: (isOn: boolean) => Promise<boolean>;
}) {
  const [text, setText] = useState(days.join(", "));
  const [isRefused, setRefused] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const saving = useAction(onDays);
  const notifying = useAction(async (isOn: boolean) => setRefused(!(await onNotify(isOn))));
  const typed = daysIn(text);
  const isNew = typed !== null && typed.join() !== days.join();
  const failure = lastFailure(saving, notifying);
  return (
    <section aria-labelledby="settings-reminders">
      <h2 id="settings-reminders">{t("settings.reminders")}</h2>
      <Check
        id="notify"
        label={t("reminders.notify")}
        checked={notifies}
        isBusy={notifying.isBusy}
        onChange={(isOn) => void notifying.run(isOn)}
      />
      {isRefused && <Notice kind="alert">{t("reminders.notAllowed")}</Notice>}
      <form
        class="field setting"
        onSubmit={async (event) => {
          event.preventDefault();
          if (isNew) setSaved(await saving.run(typed));
        }}
      >
        <label for="reminder-days">{t("reminders.daysBefore")}</label>
        <input
          id="reminder-days"
          value={text}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={typed === null}
          aria-describedby="reminder-days-words"
          onInput={(event) => {
            setText(event.currentTarget.value);
            setSaved(false);
          }}
        />
        <p class="quiet" id="reminder-days-words">
          {t("settings.reminderDaysWords")}
        </p>
        {typed === null && <Notice kind="alert">{t("settings.reminderDaysWrong")}</Notice>}
        {isNew && (
          <button type="submit" disabled={saving.isBusy}>
            {t("reminders.save")}
          </button>
        )}
        {isSaved && !isNew && (
          <Notice kind="status" tone="good">
            {t("settings.saved")}
          </Notice>
        )}
      </form>
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
    </section>
  );
}

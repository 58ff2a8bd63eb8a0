import { useState } from "preact/hooks";
import type { Progress } from "../../lib/tasks/reading/survey";
import { t, tn } from "../../lib/words/words";
import { calendarMonth } from "../calendar-days";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";

/** The month's figures of every partner as files, to be handed on. */
export function MonthEnd({
  isPartner,
  months,
  lastMonth,
  progress,
  failure,
  done,
  onMake,
  onStop,
}: {
  /** A channel partner's pack is about its own storage accounts, and has no prices. */
  isPartner: boolean;
  /** Which can be asked for, newest first. */
  months: readonly string[];
  /** Such as `2027-02`: chosen at first, for it is complete. */
  lastMonth: string;
  progress: Progress | null;
  failure: Error | null;
  /** How many partners (or own storage accounts) the last pack holds; `notRead` names what could not be read. */
  done: { file: string; count: number; notRead: string[] } | null;
  onMake: (month: string) => void;
  onStop: () => void;
}) {
  const [month, setMonth] = useState(lastMonth);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onMake(month);
      }}
    >
      <p class="quiet">{t(isPartner ? "monthEnd.ownLead" : "monthEnd.lead")}</p>
      <div class="row">
        <label class="inline-field">
          {t("monthEnd.month")}{" "}
          <select value={month} onChange={(event) => setMonth(event.currentTarget.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {calendarMonth(one)}
              </option>
            ))}
          </select>
        </label>
        {progress ? (
          <>
            <progress
              aria-label={t("monthEnd.partnersRead")}
              max={Math.max(1, progress.total)}
              value={progress.done}
            />
            <span class="quiet" role="status">
              {progress.total === 0
                ? t("reading.reading")
                : t("monthEnd.read", progress.done, progress.total)}
            </span>
            <button type="button" onClick={onStop}>
              {t("survey.stop")}
            </button>
          </>
        ) : (
          <button type="submit" class="primary">
            {t("monthEnd.make")}
          </button>
        )}
      </div>
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      {done && (
        <Notice kind="status" tone={done.notRead.length > 0 ? "danger" : "good"}>
          {tn(
            isPartner ? "monthEnd.holdsAccounts" : "monthEnd.holdsPartners",
            done.count,
            done.file,
          )}
          {done.notRead.length > 0 && ` ${t("monthEnd.notRead", done.notRead.join(", "))}`}
        </Notice>
      )}
    </form>
  );
}

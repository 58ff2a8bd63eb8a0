import { useState } from "preact/hooks";
import type { Progress } from "../../lib/tasks/reading/survey";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";

/** The month's figures of every partner as files, to be handed on. */
export function MonthEnd({
  isPartner,
  lastMonth,
  progress,
  failure,
  done,
  onMake,
  onStop,
}: {
  /** A channel partner's pack is about its own storage accounts, and has no prices. */
  isPartner: boolean;
  /** Such as `2027-02`: chosen at first, for it is complete. */
  lastMonth: string;
  progress: Progress | null;
  failure: Error | null;
  /** What the last pack holds; `notRead` names what could not be read. */
  done: { file: string; holds: string; notRead: string[] } | null;
  onMake: (month: string) => void;
  onStop: () => void;
}) {
  const [month, setMonth] = useState(lastMonth);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (month !== "") onMake(month);
      }}
    >
      <p class="quiet">
        Average, peak and month-end usage for each {isPartner ? "" : "partner and "}storage account,
        in bytes, TB and TiB, with {isPartner ? "" : "price lines and "}the change to the month
        before: CSV and a manifest with the days asked for and checksums, in one ZIP.
      </p>
      <div class="row">
        <label class="inline-field">
          Month{" "}
          <input
            type="month"
            value={month}
            onInput={(event) => setMonth(event.currentTarget.value)}
          />
        </label>
        {progress ? (
          <>
            <progress
              aria-label="Partners read"
              max={Math.max(1, progress.total)}
              value={progress.done}
            />
            <span class="quiet" role="status">
              {progress.total === 0 ? "Reading…" : `${progress.done} of ${progress.total} read`}
            </span>
            <button type="button" onClick={onStop}>
              Stop
            </button>
          </>
        ) : (
          <button type="submit" class="primary" disabled={month === ""}>
            Make pack
          </button>
        )}
      </div>
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      {done && (
        <Notice kind="status" tone={done.notRead.length > 0 ? "danger" : "good"}>
          {done.file} holds {done.holds}.
          {done.notRead.length > 0 &&
            ` Not readable, and empty in the files: ${done.notRead.join(", ")}.`}
        </Notice>
      )}
    </form>
  );
}

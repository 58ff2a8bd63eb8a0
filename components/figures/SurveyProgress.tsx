import type { Progress } from "../../lib/tasks/reading/survey";
import { dateAndTime } from "../dates";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";

export interface SurveyState {
  /** `null` while none is under way. */
  progress: Progress | null;
  failure: Error | null;
  wasStopped: boolean;
}

/** Reading every partner takes many calls: how far it is, and a way to stop it. */
export function SurveyProgress({
  what,
  at,
  state,
  missing,
  onStart,
  onStop,
}: {
  what: "partners" | "storage accounts";
  /** ISO instant of the last complete one; `null` when there was none. */
  at: string | null;
  state: SurveyState;
  /** What the last one could not read, in words. */
  missing: readonly string[];
  onStart: () => void;
  onStop: () => void;
}) {
  const { progress, failure, wasStopped } = state;
  return (
    <div class="stack">
      <div class="row">
        {progress ? (
          <>
            <progress
              aria-label={`Reading ${what}`}
              max={Math.max(1, progress.total)}
              value={progress.done}
            />
            <span class="quiet" role="status">
              {progress.total === 0
                ? "Reading…"
                : `${progress.done.toLocaleString()} of ${progress.total.toLocaleString()} ${what} read`}
            </span>
            <button type="button" onClick={onStop}>
              Stop
            </button>
          </>
        ) : (
          <>
            <button type="button" class={at === null ? "primary" : undefined} onClick={onStart}>
              {at === null ? `Read all ${what}` : "Read again"}
            </button>
            <span class="quiet" role="status">
              {at === null
                ? what === "partners"
                  ? "Partners, members, storage accounts and 30 days of usage, six calls at a time."
                  : "Your storage accounts and 30 days of their usage, in two calls."
                : `As of ${dateAndTime(at)}; the console's own figures may lag up to 60 minutes.`}
            </span>
          </>
        )}
      </div>
      {wasStopped && (
        <Notice kind="status">
          Stopped. The figures below are those of the last complete reading.
        </Notice>
      )}
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      {missing.length > 0 && (
        <Notice kind="alert">
          Not everything could be read: {missing.slice(0, 8).join("; ")}
          {missing.length > 8 && ` and ${missing.length - 8} more`}. What is missing is left out of
          sums and of the brief.
        </Notice>
      )}
    </div>
  );
}

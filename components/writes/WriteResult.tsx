import type { JournalEntry } from "../../lib/tasks/writing/journal";
import { t } from "../../lib/words/words";
import { Notice } from "../Notice";
import { outcomeWords } from "./write-words";

/** How the last write ended; stays until it is dismissed or the next one begins. */
export function WriteResult({
  entry,
  onPutBack,
  onDismiss,
}: {
  entry: JournalEntry;
  /** Absent where nothing can be put back. */
  onPutBack?: (() => void) | undefined;
  onDismiss: () => void;
}) {
  const isDone = entry.outcome === "done";
  return (
    <div class="write-result">
      <Notice kind={isDone ? "status" : "alert"} tone={isDone ? "good" : "danger"}>
        <p>{outcomeWords(entry)}</p>
        <div class="row">
          {onPutBack && (
            <button type="button" onClick={onPutBack}>
              {t("writes.putBack")}
            </button>
          )}
          <button type="button" onClick={onDismiss}>
            {t("writes.dismiss")}
          </button>
        </div>
      </Notice>
    </div>
  );
}

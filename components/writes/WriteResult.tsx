import { t } from "../../lib/words/words";
import { Notice } from "../Notice";

/** How the last write ended; stays until it is dismissed or the next one begins. */
export function WriteResult({
  isDone,
  words,
  onPutBack,
  onTryAgain,
  onDismiss,
}: {
  isDone: boolean;
  words: string;
  /** Absent where nothing can be put back. */
  onPutBack?: (() => void) | undefined;
  /** Looks at it and asks once more; absent where an answer came, or may still come. */
  onTryAgain?: () => void;
  onDismiss: () => void;
}) {
  return (
    <div class="write-result">
      <Notice kind={isDone ? "status" : "alert"} tone={isDone ? "good" : "danger"}>
        <p>{words}</p>
        <div class="row">
          {onPutBack && (
            <button type="button" onClick={onPutBack}>
              {t("writes.putBack")}
            </button>
          )}
          {onTryAgain && (
            <button type="button" onClick={onTryAgain}>
              {t("writes.tryAgain")}
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

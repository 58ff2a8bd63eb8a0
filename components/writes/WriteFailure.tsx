import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import type { Proposal } from "./proposal";
import { writeTitle } from "./write-words";

/** What became of a write whose dialog was closed while it was on its way, when it failed. */
export function WriteFailure({
  proposal: { order, subject },
  failure,
  onTryAgain,
  onDismiss,
}: {
  proposal: Proposal;
  failure: Error;
  /** Looks at it and asks once more. */
  onTryAgain: () => void;
  onDismiss: () => void;
}) {
  return (
    <div class="write-result">
      <Notice kind="alert">
        <p>{t("writes.failed", writeTitle(order), subject, failureWords(failure))}</p>
        <div class="row">
          <button type="button" onClick={onTryAgain}>
            {t("writes.tryAgain")}
          </button>
          <button type="button" onClick={onDismiss}>
            {t("writes.dismiss")}
          </button>
        </div>
      </Notice>
    </div>
  );
}

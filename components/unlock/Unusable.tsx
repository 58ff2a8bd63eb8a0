import { t } from "../../lib/words/words";
import { Notice } from "../Notice";

const WORDS = {
  gone: "unusable.gone",
  newer: "unusable.newer",
  damaged: "unusable.damaged",
} as const;

export function Unusable({
  reason,
  onOpenWorkspace,
}: {
  reason: keyof typeof WORDS;
  /** Absent where the workspace is open already. */
  onOpenWorkspace?: (() => void) | undefined;
}) {
  return (
    <div class="panel">
      <Notice kind="alert">{t(WORDS[reason])}</Notice>
      {reason === "gone" && onOpenWorkspace && (
        <button type="button" class="primary" onClick={onOpenWorkspace}>
          {t("unusable.restore")}
        </button>
      )}
    </div>
  );
}

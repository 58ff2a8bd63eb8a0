import { t } from "../lib/words/words";
import { chosenSettings } from "./chosen";
import { FailureNotice } from "./FailureNotice";
import { Notice } from "./Notice";
import { useAction } from "./use-action";

/** What is not done on the console's page in front, because the person switched it off. */
export function PagePaused({ onPause }: { onPause: (isPaused: boolean) => Promise<void> }) {
  const { isPaused, additions } = chosenSettings();
  const pausing = useAction(onPause);
  if (!isPaused && additions.save) return null;
  return (
    <Notice kind="status" tone="danger">
      {isPaused ? t("pause.isPaused") : t("pause.saveIsOff")}{" "}
      {isPaused ? (
        <button type="button" class="link" onClick={() => void pausing.run(false)}>
          {t("pause.resume")}
        </button>
      ) : (
        <a href="/workspace.html#/settings" target="_blank" rel="noopener">
          {t("places.settings")}
        </a>
      )}
      {pausing.failure && <FailureNotice failure={pausing.failure} />}
    </Notice>
  );
}

/** The switch at the foot of the popup, while the console is in front. */
export function PauseSwitch({ onPause }: { onPause: (isPaused: boolean) => Promise<void> }) {
  const { isPaused } = chosenSettings();
  const pausing = useAction(onPause);
  return (
    <div class="page-foot">
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={isPaused}
        disabled={pausing.isBusy}
        onClick={() => void pausing.run(!isPaused)}
      >
        {t("pause.switch")}
      </button>
      {pausing.failure && <FailureNotice failure={pausing.failure} />}
    </div>
  );
}

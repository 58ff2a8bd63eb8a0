import { CLIPBOARD_CHOICES } from "../../lib/tasks/settings/settings-checks";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { Choice } from "./Choice";
import { secondsWords } from "./setting-words";

/** How long a copied key stays on the clipboard. */
export function CopySection({
  seconds,
  isForbidden,
  onChange,
}: {
  seconds: number;
  /** The person's organisation forbids copying keys. */
  isForbidden: boolean;
  onChange: (seconds: number) => Promise<void>;
}) {
  const { isBusy, failure, run } = useAction(onChange);
  return (
    <section aria-labelledby="settings-copy">
      <h2 id="settings-copy">{t("settings.copying")}</h2>
      <Choice
        id="clipboard-seconds"
        label={t("settings.clipboard")}
        words={isForbidden ? t("policy.copyForbidden") : t("settings.clipboardWords")}
        value={seconds}
        choices={CLIPBOARD_CHOICES}
        wordsOf={secondsWords}
        isBusy={isBusy}
        isFixed={isForbidden}
        onChange={(chosen) => void run(chosen)}
      />
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
    </section>
  );
}

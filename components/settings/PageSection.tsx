import type { Additions, Settings } from "../../lib/tasks/settings/settings";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { Check } from "./Check";

/** What runs on the console's page, each by itself, and the pause of all of it. */
export function PageSection({
  settings,
  onChange,
}: {
  settings: Settings;
  onChange: (change: Partial<Settings>) => Promise<void>;
}) {
  const { isBusy, failure, run } = useAction(onChange);
  const { additions, isPaused } = settings;
  const switched = (change: Partial<Additions>) =>
    void run({ additions: { ...additions, ...change } });
  return (
    <section aria-labelledby="settings-page">
      <h2 id="settings-page">{t("settings.page")}</h2>
      <p class="quiet">{t("settings.pageWords")}</p>
      <Check
        id="addition-badges"
        label={t("settings.badges")}
        words={t("settings.badgesWords")}
        checked={additions.badges}
        isBusy={isBusy}
        onChange={(badges) => switched({ badges })}
      />
      <Check
        id="addition-save"
        label={t("settings.save")}
        words={t("settings.saveWords")}
        checked={additions.save}
        isBusy={isBusy}
        onChange={(save) => switched({ save })}
      />
      {!additions.save && (
        <Notice kind="status" tone="danger">
          {t("settings.saveIsOff")}
        </Notice>
      )}
      <Check
        id="addition-hands"
        label={t("settings.hands")}
        words={t("settings.handsWords")}
        checked={additions.hands}
        isBusy={isBusy}
        onChange={(hands) => switched({ hands })}
      />
      <Check
        id="paused"
        label={t("settings.pause")}
        words={t("settings.pauseWords")}
        checked={isPaused}
        isBusy={isBusy}
        onChange={(paused) => void run({ isPaused: paused })}
      />
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
    </section>
  );
}

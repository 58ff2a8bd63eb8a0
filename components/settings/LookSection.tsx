import type { Settings } from "../../lib/tasks/settings/settings";
import { LANGUAGES, THEMES, UNITS } from "../../lib/tasks/settings/settings-checks";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { Check } from "./Check";
import { Choice } from "./Choice";
import { languageWords, themeWords, unitsWords } from "./setting-words";

/** Language, theme and units of popup and workspace. */
export function LookSection({
  settings,
  onChange,
}: {
  settings: Settings;
  onChange: (change: Partial<Settings>) => Promise<void>;
}) {
  const { isBusy, failure, run } = useAction(onChange);
  return (
    <section aria-labelledby="settings-look">
      <h2 id="settings-look">{t("settings.look")}</h2>
      <Choice
        id="language"
        label={t("settings.language")}
        value={settings.language}
        choices={LANGUAGES}
        wordsOf={languageWords}
        isBusy={isBusy}
        onChange={(language) => void run({ language })}
      />
      <Choice
        id="theme"
        label={t("settings.theme")}
        value={settings.theme}
        choices={THEMES}
        wordsOf={themeWords}
        isBusy={isBusy}
        onChange={(theme) => void run({ theme })}
      />
      <Choice
        id="units"
        label={t("settings.units")}
        words={t("settings.unitsWords")}
        value={settings.units}
        choices={UNITS}
        wordsOf={unitsWords}
        isBusy={isBusy}
        onChange={(units) => void run({ units })}
      />
      <Check
        id="share"
        label={t("settings.share")}
        words={t("settings.shareWords")}
        checked={settings.isShared}
        isBusy={isBusy}
        onChange={(isShared) => void run({ isShared })}
      />
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
    </section>
  );
}

import { useEffect, useState } from "preact/hooks";
import { drawWith } from "../../components/chosen";
import { showTheme } from "../../components/show-theme";
import { browserWords } from "../../lib/browser/settings/browser-words";
import { rememberTheme } from "../../lib/browser/settings/last-theme";
import { onSettingsChange, readSettings } from "../../lib/browser/settings/settings-store";
import type { Settings } from "../../lib/tasks/settings/settings";
import { speak, t } from "../../lib/words/words";

/** What was chosen, in force already for all that is drawn; `null` until it is known. Followed across all views. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    let isOver = false;
    async function read() {
      const found = await readSettings();
      await putInForce(found);
      if (!isOver) setSettings(found);
      // Behind the first picture: few are managed, and what is forbidden is refused in any case.
      const { isPolicyNew } = await import("./present-policy");
      if ((await isPolicyNew()) && !isOver) setSettings({ ...found });
    }
    void read();
    const stop = onSettingsChange(() => void read());
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return settings;
}

async function putInForce(settings: Settings): Promise<void> {
  const { language, theme, isShared } = settings;
  drawWith(settings);
  speak(
    language === "browser"
      ? browserWords
      : await (await import("../../lib/words/load-words")).loadWords(language),
  );
  const root = document.documentElement;
  root.lang = t("locale");
  showTheme(theme);
  rememberTheme(theme);
  root.toggleAttribute("data-shared", isShared);
}

import type { HandlersOf, PageSettings } from "../../messages";
import { SwitchedOffError } from "../../tasks/settings/errors";
import { additionsNow, type Settings } from "../../tasks/settings/settings";
import { checkChange, checkSettings } from "../../tasks/settings/settings-checks";
import { pageTableOf } from "../../words/page-tables";
import { consoleTabs, tellConsoleTabs } from "../messaging";
import { showPausedOn } from "../reminders/toolbar-badge";
import { speakAs } from "./chosen-language";
import { readSettings, writeSettings } from "./settings-store";

type Handled = "pageSettings" | "changeSettings";

/**
 * Keeps the settings and tells the console's pages their part.
 *
 * @param onChange - Told what was changed, after it was written.
 */
export function settingsHandlers(
  onChange: (changed: Partial<Settings>) => void,
): HandlersOf<Handled> {
  // One after the other: each change is made upon what the one before left.
  let turn: Promise<unknown> = Promise.resolve();

  async function change(sent: Partial<Settings>): Promise<void> {
    const changed = checkChange(sent);
    const before = checkSettings(await readSettings());
    const settings = { ...before, ...changed };
    await writeSettings(settings);
    speakAs(settings);
    onChange(changed);
    // The change is made; a tab that is closing or was opened before us changes nothing of that.
    void tellConsoleTabs("settingsChanged", forPage(settings));
    if (settings.isPaused !== before.isPaused) void showPaused(settings.isPaused);
  }

  return {
    pageSettings: async () => {
      const settings = await readSettings();
      // The browser forgets what the icon said of a tab when another page is loaded in it.
      if (settings.isPaused) void showPaused(true);
      return forPage(settings);
    },
    changeSettings: (sent) => {
      const changing = turn.then(() => change(sent));
      turn = changing.catch(() => undefined);
      return changing;
    },
  };
}

/** @throws {@link SwitchedOffError} where nothing may be done by us in the console's page. */
export async function requireHands(): Promise<void> {
  if (!additionsNow(await readSettings()).hands)
    throw new SwitchedOffError("key creation is switched off or paused");
}

async function showPaused(isPaused: boolean): Promise<void> {
  const tabs = await consoleTabs();
  await Promise.allSettled(tabs.map((tabId) => showPausedOn(tabId, isPaused)));
}

/** What the content script needs, and no more. */
function forPage(settings: Settings): PageSettings {
  const table = pageTableOf(settings.language);
  const words = table && { locale: table.locale, page: table.page, badge: table.badge };
  return { additions: additionsNow(settings), isPaused: settings.isPaused, words };
}

import type { SettingsActions, SettingsFacts } from "../../components/settings/SettingsPage";
import { openShortcutSettings } from "../../lib/browser/commands";
import { askForApiHost } from "../../lib/browser/host-permission";
import { send } from "../../lib/browser/messaging";
import { askForNotifications } from "../../lib/browser/reminders/notifications";
import { checkChange } from "../../lib/tasks/settings/settings-checks";
import {
  changesIn,
  makeSettingsFile,
  type PortableSettings,
  readSettingsFile,
} from "../../lib/tasks/settings/settings-file";
import { saveFile } from "./estate/save-file";
import { readSettingsFacts } from "./settings-facts";

/** What the page of settings does. */
export function settingsActions(): SettingsActions {
  let opened: Partial<PortableSettings> | null = null;
  return {
    onChange: (change) => send("changeSettings", change),
    onAutoLock: (minutes) => send("setAutoLock", minutes),
    onStrict: (strict) => send("setStrict", strict),
    onKeepsHours: (inClear) => send("setKeepsHours", inClear),
    async onNotify(isOn) {
      // Asked in the turn of the click, or the browser refuses.
      if (isOn && !(await askForNotifications())) return false;
      await send("setReminders", isOn);
      return true;
    },
    async onHost(keyId, host) {
      if (!(await askForApiHost(host))) return false;
      await send("setApiHost", { keyId, host });
      return true;
    },
    onShortcuts: openShortcutSettings,
    async onExport() {
      const file = makeSettingsFile(portable(await readSettingsFacts()));
      saveFile("icmc-companion-settings.json", file, "application/json");
    },
    async onOpen(file) {
      opened = null;
      const { settings, unreadable, unknown } = readSettingsFile(await file.text());
      const present = portable(await readSettingsFacts());
      const names = changesIn(settings, present);
      opened = Object.fromEntries(names.map((name) => [name, settings[name]]));
      const changes = names.map((name) => ({ name, from: present, to: settings }));
      return { changes, unreadable, unknown };
    },
    async onImport() {
      const { autoLockMinutes, warnsWhileLocked, strict, ...rest } = opened ?? {};
      opened = null;
      await send("changeSettings", checkChange(rest));
      if (autoLockMinutes !== undefined) await send("setAutoLock", autoLockMinutes);
      if (warnsWhileLocked !== undefined) await send("setKeepsHours", warnsWhileLocked);
      // Last, because it locks the vault.
      if (strict !== undefined) await send("setStrict", strict);
    },
  };
}

function portable({ settings, autoLock, strict, keepsHours }: SettingsFacts): PortableSettings {
  const { isPaused: _, isShared: __, isTourOver: ___, ...chosen } = settings;
  return { ...chosen, autoLockMinutes: autoLock, strict, warnsWhileLocked: keepsHours };
}

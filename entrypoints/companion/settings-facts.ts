import type { SettingsFacts } from "../../components/settings/SettingsPage";
import { browserShortcuts } from "../../lib/browser/commands";
import { mayNotify } from "../../lib/browser/reminders/notifications";
import { readReminderState } from "../../lib/browser/reminders/reminder-store";
import { readSettings } from "../../lib/browser/settings/settings-store";
import { ownVault } from "../../lib/browser/vault/own-vault";

/** From wherever each setting is kept: those of the vault are encrypted in it. */
export async function readSettingsFacts(): Promise<SettingsFacts> {
  const vault = await ownVault();
  const [settings, lock, keepsHours, keys, reminders, isAllowed, shortcuts] = await Promise.all([
    readSettings(),
    vault.lockSettings(),
    vault.keepsHours(),
    vault.keys(),
    readReminderState(),
    mayNotify(),
    browserShortcuts(),
  ]);
  keys.sort((one, other) => one.description.localeCompare(other.description));
  return {
    settings,
    autoLock: lock.minutes,
    strict: lock.strict,
    keepsHours,
    notifies: reminders.isOn && isAllowed,
    keys,
    shortcuts,
  };
}

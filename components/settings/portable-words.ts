import type { PortableName, PortableSettings } from "../../lib/tasks/settings/settings-file";
import { t, type WordName } from "../../lib/words/words";
import { lockTimeWords } from "./LockSection";
import { languageWords, secondsWords, themeWords, unitsWords } from "./setting-words";

const NAMES: Record<PortableName, WordName> = {
  language: "settings.language",
  theme: "settings.theme",
  units: "settings.units",
  clipboardSeconds: "settings.clipboard",
  reminderDays: "reminders.daysBefore",
  additions: "settings.page",
  autoLockMinutes: "locking.after",
  strict: "locking.strict",
  warnsWhileLocked: "locking.hours",
};

export function portableName(name: PortableName): string {
  return t(NAMES[name]);
}

/** A value as its own control writes it; empty where there is none. */
export function portableValue(name: PortableName, settings: Partial<PortableSettings>): string {
  const { [name]: value } = settings;
  return value === undefined ? "" : words[name](value as never);
}

const words: { [Name in PortableName]: (value: PortableSettings[Name]) => string } = {
  language: languageWords,
  theme: themeWords,
  units: unitsWords,
  clipboardSeconds: secondsWords,
  reminderDays: (days) => days.join(", ") || t("settings.none"),
  additions: ({ badges, save, hands }) =>
    [badges && t("settings.badges"), save && t("settings.save"), hands && t("settings.hands")]
      .filter(Boolean)
      .join("; ") || t("settings.none"),
  autoLockMinutes: lockTimeWords,
  strict: onOff,
  warnsWhileLocked: onOff,
};

function onOff(isOn: boolean): string {
  return isOn ? t("settings.on") : t("settings.off");
}

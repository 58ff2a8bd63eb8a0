import type { Settings } from "../../lib/tasks/settings/settings";
import { t, tn } from "../../lib/words/words";

/** Languages are named in themselves: who cannot read this page must find the own one. */
export function languageWords(language: Settings["language"]): string {
  if (language === "browser") return t("settings.languageOfBrowser");
  return language === "de" ? "Deutsch" : "English";
}

export function themeWords(theme: Settings["theme"]): string {
  if (theme === "browser") return t("settings.themeOfBrowser");
  return theme === "light" ? t("settings.light") : t("settings.dark");
}

export function unitsWords(units: Settings["units"]): string {
  return units === "decimal" ? t("settings.decimal") : t("settings.binary");
}

export function secondsWords(seconds: number): string {
  return seconds % 60 === 0 ? tn("locking.minutes", seconds / 60) : tn("settings.seconds", seconds);
}

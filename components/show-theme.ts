import type { Settings } from "../lib/tasks/settings/settings";

/** Told apart by an attribute that the tokens know: the browser's own theme has none. */
export function showTheme(theme: Settings["theme"]): void {
  const root = document.documentElement;
  if (theme === "browser") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

import type { Settings } from "../../tasks/settings/settings";

type Theme = Settings["theme"];
const KEY = "theme";

/** What `storage.local` says comes after the first picture; this is read before it. No secret. */
export function rememberTheme(theme: Theme): void {
  if (theme === "browser") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
}

/** @returns The theme of the last view, `"browser"` when none was chosen or the browser forgot it. */
export function lastTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "browser";
}

const KEY = "theme";

/** What `storage.local` says comes after the first picture; this is read before it. No secret. */
export function rememberTheme(theme: string): void {
  localStorage.setItem(KEY, theme);
}

/** @returns The theme of the last view; empty when the browser knows none, or none any more. */
export function lastTheme(): string {
  return localStorage.getItem(KEY) ?? "";
}

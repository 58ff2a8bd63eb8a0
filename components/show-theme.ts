/** Told by an attribute. The tokens know `light` and `dark`; whatever else leaves it to the browser. */
export function showTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
}

/** Adopted sheets pass every content security policy; Firefox refuses them to content scripts. */
export function addSheet(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const style = document.createElement("style");
    style.textContent = css;
    shadow.append(style);
  }
}

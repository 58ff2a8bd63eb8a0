import type { Page } from "puppeteer-core";

/**
 * From now on the page's date fields take nothing from a script and everything from a keyboard, as
 * some calendars do. A field may be filled with `description`.
 */
export async function makeDatesStubborn(page: Page, description: string): Promise<void> {
  await page.evaluate((allowed) => {
    /** An editing command sends trusted events without a stroke before them. */
    const BY_HAND_MS = 300;
    let struckAtMs = 0;
    const textAtFocus = new WeakMap<Element, string>();
    const isByHand = (event: Event) =>
      event.isTrusted && performance.now() - struckAtMs < BY_HAND_MS;
    const putBack = (field: Element) => {
      if (field instanceof HTMLInputElement) field.value = field.getAttribute("value") ?? "";
      else if (field instanceof HTMLElement && field.isContentEditable)
        field.textContent = textAtFocus.get(field) ?? "";
    };
    const refuse = (event: Event) => {
      const [field] = event.composedPath();
      if (!(field instanceof Element)) return;
      if (event.type === "keydown" && event.isTrusted) struckAtMs = performance.now();
      if (event.type === "focusin") textAtFocus.set(field, field.textContent ?? "");
      else if (!isByHand(event) && (field as HTMLInputElement).value !== allowed) {
        event.stopImmediatePropagation();
        event.preventDefault();
        if (event.type === "input") putBack(field);
      }
    };
    for (const type of ["focusin", "keydown", "keyup", "beforeinput", "input", "change", "paste"])
      addEventListener(type, refuse, { capture: true });
  }, description);
}

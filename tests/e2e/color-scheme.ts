import type { Page } from "puppeteer-core";
import { isFirefox } from "./browser-kind.ts";
import { contextId, insideOf } from "./inside-firefox.ts";

/** Shows the page as somebody with that setting sees it; `null` gives it its own back. */
export async function setScheme(page: Page, scheme: "light" | "dark" | null): Promise<void> {
  if (isFirefox(page)) {
    await insideOf(page).do("setScheme", contextId(page), scheme ?? "none");
    return;
  }
  await page.emulateMediaFeatures(
    scheme === null ? [] : [{ name: "prefers-color-scheme", value: scheme }],
  );
}

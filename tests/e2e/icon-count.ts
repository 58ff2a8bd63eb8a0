import type { Page } from "puppeteer-core";
import type { TestBrowser } from "./browser.ts";
import { until } from "./our-marks.ts";

/** Waits until the toolbar icon carries this number; an empty text is none. */
export async function iconSays(
  browser: TestBrowser,
  number: string,
  timeoutMs = 5_000,
): Promise<void> {
  const view = await browser.openWorkspace();
  await until(
    async () => (await badgeText(view)) === number,
    timeoutMs,
    async () => `the icon says "${await badgeText(view)}"`,
  );
  await view.close();
}

function badgeText(view: Page): Promise<string> {
  return view.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { action: { getBadgeText(details: object): Promise<string> } };
    };
    return chrome.action.getBadgeText({});
  });
}

import type { Page } from "puppeteer-core";
import type { TestBrowser } from "./browser.ts";
import { byRole } from "./find.ts";
import { told } from "./vault-owner.ts";

/** Lets the console's page be asked for the clipboard, so that a test can read what *Copy* put there. */
export async function allowClipboard(chromium: TestBrowser): Promise<void> {
  await chromium.browser
    .defaultBrowserContext()
    .overridePermissions("https://partner.impossiblecloud.com", ["clipboard-read"]);
}

/** The token of a kept key as the popup's own *Copy* puts it on the clipboard. */
export async function keptToken(
  chromium: TestBrowser,
  page: Page,
  description: string,
): Promise<string> {
  const popup = await chromium.openPopup();
  const copy = async () => {
    const button = await byRole(popup, "button", `Copy ${description}`);
    // The foot of the popup stays in sight over the end of a long list.
    await button.evaluate((one) => one.scrollIntoView({ block: "center" }));
    await button.click();
  };
  // The list is drawn anew once the vault was read again; a button of before is gone by then.
  await copy().catch(copy);
  await told(popup, /^Copied/);
  await popup.close();
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  return page.evaluate(() => navigator.clipboard.readText());
}

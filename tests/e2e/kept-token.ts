import type { TestBrowser } from "./browser.ts";
import { byRole } from "./find.ts";
import { told } from "./vault-owner.ts";

/** The token of a kept key as the popup's own *Copy* puts it on the clipboard. */
export async function keptToken(browser: TestBrowser, description: string): Promise<string> {
  const popup = await browser.openPopup();
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
  return browser.clipboardText();
}

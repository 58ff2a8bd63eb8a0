import type { Page } from "puppeteer-core";
import type { TestBrowser } from "./browser.ts";
import { byLabel, byRole, press, typeInto } from "./find.ts";

export const PASSPHRASE = "crimson walnut drifts beyond harbour";
/** A passphrase is made slow to guess, and the machine may be busy. */
const OPENING_MS = 45_000;

/** Creates the vault in the popup, as somebody does at the first run. */
export async function createVault(browser: TestBrowser, passphrase = PASSPHRASE): Promise<Page> {
  const popup = await browser.openPopup();
  await typeInto(popup, "Passphrase", passphrase);
  await typeInto(popup, "Repeat passphrase", passphrase);
  await press(popup, "button", "Create vault");
  await byRole(popup, "tab", "Keys", OPENING_MS);
  return popup;
}

export async function unlock(browser: TestBrowser, passphrase = PASSPHRASE): Promise<Page> {
  const popup = await browser.openPopup();
  await typeInto(popup, "Passphrase", passphrase);
  await popup.keyboard.press("Enter");
  await byRole(popup, "tab", "Keys", OPENING_MS);
  return popup;
}

export async function lock(popup: Page): Promise<void> {
  await press(popup, "button", "Lock now");
  await byLabel(popup, "Passphrase");
}

/** Pastes a key into *Add key by hand* of an open popup. */
export async function addKeyByHand(
  popup: Page,
  pasted: string,
  description: string,
): Promise<void> {
  await press(popup, "button", "Add key by hand");
  const field = await byLabel(popup, "API key");
  await field.evaluate((area, text) => {
    (area as HTMLTextAreaElement).value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, pasted);
  await typeInto(popup, "Description", description);
  await press(popup, "button", "Add key");
  await byRole(popup, "button", `Copy ${description}`);
}

/** Descriptions and badges of the keys the popup lists, in order. */
export function listedKeys(popup: Page): Promise<{ description: string; badge: string }[]> {
  return popup.$$eval('ul[aria-label="API keys"] > li', (items) =>
    items.map((item) => ({
      description: item.getAttribute("aria-label") ?? "",
      badge: item.querySelector("[data-state]")?.textContent ?? "",
    })),
  );
}

/** The text of the live region or alert that says this; waits for it. */
export async function told(page: Page, words: RegExp, timeoutMs = 20_000): Promise<string> {
  const handle = await page.waitForFunction(
    (source, flags) => {
      const pattern = new RegExp(source, flags);
      const regions = [...document.querySelectorAll('[role="alert"], [role="status"]')];
      return regions.map((one) => one.textContent ?? "").find((text) => pattern.test(text)) ?? null;
    },
    // Not by frames: a view in the background draws none.
    { timeout: timeoutMs, polling: 100 },
    words.source,
    words.flags,
  );
  return (await handle.jsonValue()) as string;
}

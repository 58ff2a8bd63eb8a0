import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { freshProfile, launchBrowser, type TestBrowser } from "./browser.ts";
import { createKey } from "./console-page.ts";
import { byLabel, byRole, byText, press, typeInto } from "./find.ts";
import { openApiKeys } from "./open-with-vault.ts";
import { badgesShown, captureBecomes } from "./our-marks.ts";
import { createVault, listedKeys, PASSPHRASE, told, unlock } from "./vault-owner.ts";

let icmc: Icmc;
let profile: string;
let browser: TestBrowser;

beforeAll(async () => {
  icmc = await startIcmc();
  profile = await freshProfile();
  browser = await launchBrowser({ port: icmc.port, profile });
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
  await rm(profile, { recursive: true, force: true });
});

test("a key created today is used tomorrow, after everything was closed", async () => {
  const page = await openApiKeys(browser);
  await badgesShown(page, 9);
  await (await createVault(browser)).close();
  await page.bringToFront();
  await createKey(page, "Billing reader", new Date(Date.now() + 100.5 * 86_400_000));
  await captureBecomes(page, "held", 3_000);
  await press(page, "button", "Save to vault");
  await captureBecomes(page, "saved");
  await browser.close();

  browser = await launchBrowser({ port: icmc.port, profile });
  await browser.openConsole("/");
  const locked = await browser.openPopup();
  await byLabel(locked, "Passphrase");
  expect(await locked.evaluate(() => document.body.textContent)).not.toContain("Billing reader");

  const popup = await unlock(browser);
  await byRole(popup, "button", "Copy Billing reader", 15_000);
  expect(await listedKeys(popup)).toEqual([
    { description: "Billing reader", badge: "Expires in 100 days" },
  ]);
  await press(popup, "button", "Test Billing reader");
  await told(popup, /^Works/);
  await press(popup, "button", "Use Billing reader");
  await press(popup, "tab", "Contracts");
  await byRole(popup, "list", "Contracts");
  await byText(popup, icmc.state.contracts[0]?.details ?? "no contract");
});

test("an unlock goes on although the popup was closed right after it was asked for", async () => {
  const popup = await browser.openPopup();
  await press(popup, "button", "Lock now");
  await typeInto(popup, "Passphrase", PASSPHRASE);
  await popup.keyboard.press("Enter");
  await popup.close();
  const again = await browser.openPopup();
  await byRole(again, "tab", "Keys", 10_000);
});

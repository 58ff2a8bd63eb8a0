import { afterAll, beforeAll, expect, test } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { createKey } from "./console-page.ts";
import { byRole, byText, press } from "./find.ts";
import { openWithVault } from "./open-with-vault.ts";
import { captureBecomes } from "./our-marks.ts";
import { told } from "./vault-owner.ts";

const REGIONAL = "api.partner.eu-central-2.impossiblecloud.com";

let icmc: Icmc;
let browser: TestBrowser;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

test("a key made where the page links to a regional API goes there alone, once the browser lets it", async () => {
  const page = await openWithVault(browser);
  await page.bringToFront();
  await page.evaluate((host) => {
    const link = document.createElement("a");
    link.href = `https://${host}/swagger/index.html`;
    link.textContent = "API of your region";
    document.body.append(link);
  }, REGIONAL);
  await createKey(page, "Regional reader", new Date(Date.now() + 90.5 * 86_400_000));
  await captureBecomes(page, "held", 3_000);
  await press(page, "button", "Save to vault");
  await captureBecomes(page, "saved");

  const popup = await browser.openPopup();
  await press(popup, "button", "Test Regional reader");
  await told(popup, /does not let ICMC Companion reach this key's host/);
  await byRole(popup, "button", `Allow ${REGIONAL}`);
  await press(popup, "button", "Details of Regional reader");
  await byText(popup, REGIONAL);
  expect(icmc.control.requests().filter(({ authorization }) => authorization !== null)).toEqual([]);
});

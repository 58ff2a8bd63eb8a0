import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { byText, press } from "./find.ts";
import { iconSays } from "./icon-count.ts";
import { openApiKeys } from "./open-with-vault.ts";
import { shownBadges, until } from "./our-marks.ts";
import { addKeyByHand, createVault } from "./vault-owner.ts";

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc({ settings: { pageSize: 100 } });
  browser = await launchBrowser({ port: icmc.port });
  page = await openApiKeys(browser);
  const popup = await createVault(browser);
  for (const [description, days] of [
    ["Stays here", 90],
    ["Goes away", 5],
  ] as const) {
    const validUntilMs = Date.now() + days * 86_400_000;
    await addKeyByHand(popup, icmc.control.issue({ description, validUntilMs }).token, description);
  }
  await popup.close();
  await page.bringToFront();
  await page.reload();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

const kept = async () => (await shownBadges(page)).filter(({ vault }) => vault === "kept").length;
const meta = (view: Page, name: string) =>
  view.$eval(`li[aria-label="${name}"] .key-meta`, (element) => element.textContent ?? "");

it("says of a key whose row is gone from the console that it was deleted there, and counts it no more", async () => {
  await until(
    async () => (await kept()) === 2,
    10_000,
    async () => `${await kept()} rows are marked as kept`,
  );
  // The list is told once it has rested.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const popup = await browser.openPopup();
  await byText(popup, "Goes away");
  expect(await meta(popup, "Goes away")).not.toContain("Deleted");
  await popup.close();
  await iconSays(browser, "1");

  await page.bringToFront();
  const rows = await page.$$("tbody tr");
  for (const row of rows) {
    const text = await row.evaluate((one) => one.textContent ?? "");
    if (text.includes("Goes away")) await (await row.$("button"))?.click();
  }
  await press(page, "button", "Delete");
  await until(
    async () => (await kept()) === 1,
    10_000,
    async () => `${await kept()} rows are marked as kept`,
  );
  const workspace = await browser.openWorkspace();
  await byText(workspace, "Deleted in console", 10_000);
  expect(await meta(workspace, "Goes away")).toContain("Deleted in console");
  expect(await meta(workspace, "Stays here")).not.toContain("Deleted");
  await workspace.close();
  await iconSays(browser, "");
});

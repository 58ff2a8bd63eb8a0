import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { press } from "../find.ts";
import { launchFirefox, type TestFirefox } from "../firefox.ts";
import { createThere, creatingPage } from "../odd/creating-page.ts";
import { daysAway, freshToken, iso, openOddPage, table } from "../odd/odd-page.ts";
import { badgesShown, captureBecomes, captureState, shownBadges } from "../our-marks.ts";
import { createVault } from "../vault-owner.ts";

// What holds in Firefox instead of the promises in `taken-out.ts`.

const list = table(
  ["Description", "Valid until", "Created at"],
  [["Backup host", iso(daysAway(200)), iso(daysAway(-300))]],
);
let firefox: TestFirefox;
let page: Page;

beforeAll(async () => {
  firefox = await launchFirefox({ port: null });
  page = await openOddPage(firefox, creatingPage(freshToken(), list));
  await badgesShown(page, 1);
  await (await createVault(firefox)).close();
  await page.bringToFront();
  await createThere(page, "Never saved");
  await captureBecomes(page, "held");
  await firefox.removeExtension();
});

afterAll(() => firefox?.close());

it("never says that a key was saved once the extension was taken out", async () => {
  await press(page, "button", "Save to vault");
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await captureState(page)).toBe("held");
});

it("leaves nothing of ours on the page from its next load on, and the page's console silent", async () => {
  await page.reload();
  await page.waitForSelector("tbody tr");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await shownBadges(page)).toEqual([]);
  expect(await captureState(page)).toBeNull();
  expect(firefox.errors()).toEqual([]);
});

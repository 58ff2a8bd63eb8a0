import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { goTo, signIn } from "../console-page.ts";
import { byRole, byText, press } from "../find.ts";
import { launchFirefox, type TestFirefox } from "../firefox.ts";
import { badgesShown, shownBadges, until } from "../our-marks.ts";
import { createVault } from "../vault-owner.ts";

const CONSOLE = "https://partner.impossiblecloud.com/*";
const API = "https://api.partner.impossiblecloud.com/*";
let icmc: Icmc;
let firefox: TestFirefox;
let consolePage: Page;

beforeAll(async () => {
  icmc = await startIcmc();
  // The browser's own question is no page; it is taken as answered with yes.
  const prefs = { "extensions.webextOptionalPermissionPrompts": false };
  firefox = await launchFirefox({ port: icmc.port, prefs });
  consolePage = await firefox.openConsole("/");
  await signIn(consolePage);
  await goTo(consolePage, "API Keys");
});

afterAll(async () => {
  await firefox?.close();
  await icmc?.close();
});

const alerts = (page: Page) =>
  page.$$eval("[role=alert]", (all) => all.map((one) => one.textContent ?? ""));

async function isSilent(page: Page): Promise<void> {
  await until(
    async () => (await alerts(page)).length === 0,
    5_000,
    async () => `still told: ${await alerts(page)}`,
  );
}

describe("a Firefox that gives the extension its sites", () => {
  it("has nothing said about them", async () => {
    await badgesShown(consolePage, await consolePage.$$eval("tbody tr", (rows) => rows.length));
    const popup = await createVault(firefox);
    await isSilent(popup);
    await popup.close();
  });
});

describe("a Firefox that keeps the sites from the extension", () => {
  beforeAll(async () => {
    await firefox.inside.do("takeSites", CONSOLE, API);
  });

  it("has nothing of ours on the console's page", async () => {
    await consolePage.reload();
    await consolePage.waitForSelector("tbody tr");
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await shownBadges(consolePage)).toEqual([]);
  });

  it("has it said in the workspace, before a question is asked", async () => {
    const page = await firefox.openWorkspace();
    await byText(page, "The browser does not let ICMC Companion into the console's page");
    await byText(page, "The browser does not let ICMC Companion reach the API");
    await byRole(page, "button", "Allow access");
    await page.close();
  });

  it("gives them at a click in the popup, and the badges come with the page's next load", async () => {
    await consolePage.bringToFront();
    const popup = await firefox.openPopup();
    await byText(popup, "The browser does not let ICMC Companion into the console's page");
    await press(popup, "button", "Allow access");
    await isSilent(popup);
    await popup.close();
    await consolePage.reload();
    await consolePage.waitForSelector("tbody tr");
    await badgesShown(consolePage, await consolePage.$$eval("tbody tr", (rows) => rows.length));
  });

  it("is told apart by site: without the API alone, nothing is said of the console", async () => {
    await firefox.inside.do("takeSites", API);
    const popup = await firefox.openPopup();
    await byText(popup, "The browser does not let ICMC Companion reach the API");
    expect((await alerts(popup)).join(" ")).not.toContain("console");
    await press(popup, "button", "Allow access");
    await isSilent(popup);
    await popup.close();
  });

  it("left no error of ours behind", () => {
    expect(firefox.errors()).toEqual([]);
  });
});

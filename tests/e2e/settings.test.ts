import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { WANTED } from "./browser-kind.ts";
import { createKey } from "./console-page.ts";
import { downloaded } from "./downloaded.ts";
import { byLabel, byRole, byText, press, typeInto } from "./find.ts";
import { openApiKeys } from "./open-with-vault.ts";
import { badgesShown, captureBecomes, captureState, shownBadges, until } from "./our-marks.ts";
import { addKeyByHand, createVault, told } from "./vault-owner.ts";

const DAY_MS = 86_400_000;
let icmc: Icmc;
let browser: TestBrowser;
let consolePage: Page;
let downloads: string;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  downloads = await mkdtemp(join(tmpdir(), "icmc-downloads-"));
  consolePage = await openApiKeys(browser);
  const popup = await createVault(browser);
  const [{ token } = { token: "" }] = icmc.control.issuedKeys();
  await addKeyByHand(popup, token, "Billing reader");
  await popup.close();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
  await rm(downloads, { recursive: true, force: true });
});

async function settingsPage(): Promise<Page> {
  const page = await browser.openWorkspace();
  await press(page, "link", "Settings");
  await byRole(page, "heading", "On the console's page");
  return page;
}

async function choose(page: Page, label: string, value: string): Promise<void> {
  const field = await byLabel(page, label);
  // Nobody can choose while the choice before is still being written.
  await page.waitForFunction((one) => !(one as HTMLSelectElement).disabled, {}, field);
  await field.evaluate((select, chosen) => {
    (select as HTMLSelectElement).value = chosen;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

const rowsOnPage = () => consolePage.$$eval("tbody tr", (rows) => rows.length);

describe("the settings", () => {
  it("stand in the workspace's list of places, and a link leads there from the popup", async () => {
    const page = await settingsPage();
    await byLabel(page, "Lock after the last use");
    await page.close();
    const popup = await browser.openPopup();
    const link = await byRole(popup, "link", "Settings");
    expect(await link.evaluate((one) => one.getAttribute("href"))).toBe(
      "/workspace.html#/settings",
    );
    await popup.close();
  });

  it("change language and colours of every view, and say so to assistive technology", async () => {
    const page = await settingsPage();
    await choose(page, "Theme", "dark");
    await choose(page, "Language", "de");
    await byRole(page, "heading", "Auf der Seite der Konsole");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("de-DE");
    const popup = await browser.openPopup();
    await byRole(popup, "link", "Einstellungen");
    expect(await popup.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
      "dark",
    );
    await popup.close();
    await consolePage.bringToFront();
    await until(
      async () => (await shownBadges(consolePage)).every(({ words }) => !/Expires/.test(words)),
      5_000,
      async () => JSON.stringify(await shownBadges(consolePage)),
    );
    await page.bringToFront();
    await choose(page, "Sprache", "browser");
    await byRole(page, "heading", "On the console's page");
    await choose(page, "Theme", "browser");
    await page.close();
  });

  // Nothing can be put before an extension's own scripts in Firefox.
  it.skipIf(WANTED === "firefox")("colour a page before anything of it is painted", async () => {
    const page = await settingsPage();
    await choose(page, "Theme", "dark");
    await page.waitForSelector("html[data-theme=dark]");
    await page.evaluateOnNewDocument(() => {
      // All is parsed, and of the scripts only those have run that hold the painting up.
      document.addEventListener("readystatechange", () => {
        if (document.readyState === "interactive")
          sessionStorage.setItem("parsed", document.documentElement.dataset.theme ?? "none");
      });
    });
    const parsedWith = async () => {
      await page.reload();
      return page.evaluate(() => sessionStorage.getItem("parsed"));
    };
    expect(await parsedWith()).toBe("dark");
    await choose(page, "Theme", "browser");
    await page.waitForSelector("html[data-theme=browser]");
    expect(await parsedWith()).toBe("browser");
    await page.close();
  });

  it("take badges from the console's page and bring them back", async () => {
    await consolePage.bringToFront();
    await badgesShown(consolePage, await rowsOnPage());
    const page = await settingsPage();
    await (await byLabel(page, "Badges on the list of keys")).click();
    await consolePage.bringToFront();
    await badgesShown(consolePage, 0);
    await page.bringToFront();
    await (await byLabel(page, "Badges on the list of keys")).click();
    await consolePage.bringToFront();
    await badgesShown(consolePage, await rowsOnPage());
    await page.close();
  });

  it("keep no token while Save to vault is off, say so, and hold it once it is on again", async () => {
    const page = await settingsPage();
    await (await byLabel(page, "Save to vault")).click();
    await told(page, /^Switched off/);
    await consolePage.bringToFront();
    await createKey(consolePage, "Not kept", new Date(Date.now() + 90 * DAY_MS));
    await byText(consolePage, "so this key is not kept");
    expect(await captureState(consolePage)).toBeNull();
    await page.bringToFront();
    await (await byLabel(page, "Save to vault")).click();
    await page.close();
    await consolePage.bringToFront();
    await captureBecomes(consolePage, "held");
    await press(consolePage, "button", "Save to vault");
    await captureBecomes(consolePage, "saved");
    await consolePage.reload();
    await consolePage.waitForSelector("tbody tr");
  });

  it("pause everything on the page from the popup, until it is resumed", async () => {
    await consolePage.bringToFront();
    const popup = await browser.openPopup();
    await (await byRole(popup, "switch", "Pause on this page")).click();
    await told(popup, /^Paused on this page/);
    await popup.close();
    await badgesShown(consolePage, 0);
    await consolePage.reload();
    await consolePage.waitForSelector("tbody tr");
    const again = await browser.openPopup();
    await told(again, /^Paused on this page/);
    await badgesShown(consolePage, 0);
    await press(again, "button", "New key");
    await typeInto(again, "Description", "While paused");
    await press(again, "button", "Create key");
    await told(again, /^Key creation on the console's page is switched off or paused/);
    await press(again, "button", "Cancel");
    await press(again, "button", "Resume");
    await badgesShown(consolePage, await rowsOnPage());
    await again.close();
  });

  it("go into a file without secrets and come back from it with a look before", async () => {
    const page = await settingsPage();
    await browser.downloadTo(downloads);
    await press(page, "button", "Export settings");
    const file = await downloaded(downloads, "icmc-companion-settings.json");
    const text = await readFile(file, "utf8");
    expect(text).not.toMatch(/eyJ|Billing/);
    const other = JSON.parse(text);
    other.settings = { ...other.settings, units: "binary", theme: 7, colour: "red" };
    await writeFile(file, JSON.stringify(other));
    const field = await byLabel(page, "Settings file");
    await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await told(page, /^With a value that cannot be used, and left as it is: theme/);
    await told(page, /^Unknown here, and left out: colour/);
    await press(page, "button", "Take over 1 setting");
    await told(page, /^1 setting was taken over/);
    const units = await byLabel(page, "Units of capacity");
    expect(await units.evaluate((select) => (select as HTMLSelectElement).value)).toBe("binary");
    await choose(page, "Units of capacity", "decimal");
    await page.close();
  });

  it("left no error of ours behind", () => {
    expect(browser.errors()).toEqual([]);
  });
});

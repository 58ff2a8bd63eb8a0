import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { createKey, goTo, shownRows, signIn } from "./console-page.ts";
import { byRole, byText, press } from "./find.ts";
import { keptToken as tokenOnClipboard } from "./kept-token.ts";
import { openApiKeys } from "./open-with-vault.ts";
import { badgesShown, captureBecomes, captureState, shownBadges, until } from "./our-marks.ts";
import { trueState } from "./row-truth.ts";
import { listedKeys, lock, PASSPHRASE, unlock } from "./vault-owner.ts";

const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000);
IN_A_YEAR.setSeconds(0, 0);

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc({ settings: { pageSize: 50 } });
  browser = await launchBrowser({ port: icmc.port });
  page = await openApiKeys(browser);
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

const closeDialog = () => press(page, "button", "Done");
const saveToVault = () => press(page, "button", "Save to vault");

const keptToken = (description: string) => tokenOnClipboard(browser, description);

describe("a new key without a vault", () => {
  it("is neither lost nor stored, and is saved as soon as the vault exists", async () => {
    const token = await createKey(page, "Before the vault", IN_A_YEAR);
    await captureBecomes(page, "ready");
    await saveToVault();
    const firstRun = await browser.extensionPage("workspace.html");
    await firstRun.bringToFront();
    const fields = await firstRun.waitForSelector("input[type=password]");
    await fields?.type(PASSPHRASE);
    await (await firstRun.$$("input[type=password]"))[1]?.type(PASSPHRASE);
    await press(firstRun, "button", "Create vault");
    await byRole(firstRun, "link", "Keys", 15_000);
    await page.bringToFront();
    await captureBecomes(page, "saved", 15_000);
    await closeDialog();
    expect(await keptToken("Before the vault")).toBe(token);
    await firstRun.close();
  });
});

describe("a new key", () => {
  it("is held at once, saved with one click, and only then said to be saved", async () => {
    const token = await createKey(page, "Unlocked", IN_A_YEAR);
    await captureBecomes(page, "held", 3_000);
    expect(await page.evaluate(() => document.body.textContent)).not.toContain("Saved to vault");
    await saveToVault();
    await captureBecomes(page, "saved");
    await byText(page, "Saved to vault");
    await closeDialog();
    await captureBecomes(page, null);
    expect(await keptToken("Unlocked")).toBe(token);
  });

  it("has its row marked as kept, and rows of keys nobody kept as missing", async () => {
    const rows = await shownRows(page);
    await badgesShown(page, rows.length);
    await until(
      async () => (await shownBadges(page)).every(({ vault }) => vault !== null),
      5_000,
      async () => JSON.stringify(await shownBadges(page)),
    );
    const marks = (await shownBadges(page)).map(({ vault }, at) => [rows[at]?.description, vault]);
    expect(marks.filter(([, vault]) => vault === "kept").map(([name]) => name)).toEqual(
      expect.arrayContaining(["Unlocked", "Before the vault"]),
    );
    expect(marks.filter(([, vault]) => vault === "kept").length).toBe(2);
    expect(marks.some(([, vault]) => vault === "missing")).toBe(true);
  });

  it("is sealed while the vault is locked, and filed when it is unlocked", async () => {
    await lock(await browser.openPopup());
    await page.bringToFront();
    const token = await createKey(page, "While locked", IN_A_YEAR);
    await captureBecomes(page, "held", 3_000);
    await saveToVault();
    await captureBecomes(page, "saved");
    await closeDialog();
    const popup = await unlock(browser);
    await until(
      async () => (await listedKeys(popup)).some((key) => key.description === "While locked"),
      5_000,
      async () => JSON.stringify(await listedKeys(popup)),
    );
    expect(await keptToken("While locked")).toBe(token);
  });

  it("waits in the popup when its dialog was closed by accident", async () => {
    const token = await createKey(page, "Closed too early", IN_A_YEAR);
    await captureBecomes(page, "held", 3_000);
    await closeDialog();
    const popup = await browser.openPopup();
    await byText(popup, "1 key waiting");
    await press(popup, "button", "Save");
    await byRole(popup, "button", "Copy Closed too early");
    expect(await keptToken("Closed too early")).toBe(token);
  });

  it("waits also when the dialog was closed while the vault was locked", async () => {
    await lock(await browser.openPopup());
    await page.bringToFront();
    await createKey(page, "Closed while locked", IN_A_YEAR);
    await captureBecomes(page, "held", 3_000);
    await closeDialog();
    const locked = await browser.openPopup();
    await byText(locked, "1 key waiting");
    expect(await locked.evaluate(() => document.body.textContent)).not.toContain("Closed while");
    const popup = await unlock(browser);
    await byText(popup, "1 key waiting");
    await press(popup, "button", "Discard");
    await press(popup, "button", "Undo");
    await press(popup, "button", "Save");
    await byRole(popup, "button", "Copy Closed while locked");
    await popup.close();
    await page.bringToFront();
  });

  it("is saved although the worker dies between seeing and saving", async () => {
    const token = await createKey(page, "Worker killed", IN_A_YEAR);
    await captureBecomes(page, "held", 3_000);
    await browser.killWorker();
    await saveToVault();
    await captureBecomes(page, "saved", 10_000);
    await closeDialog();
    expect(await keptToken("Worker killed")).toBe(token);
  });

  it("is held although the console signs out at the same moment", async () => {
    await createKey(page, "Signed out", IN_A_YEAR);
    await captureBecomes(page, "held", 3_000);
    icmc.control.signOutAll();
    await page.reload();
    await signIn(page);
    await goTo(page, "API Keys");
    const popup = await browser.openPopup();
    await byText(popup, "1 key waiting");
    await press(popup, "button", "Save");
    await byRole(popup, "button", "Copy Signed out");
    await popup.close();
    await page.bringToFront();
  });

  it("is created once for each time somebody created one", async () => {
    expect(icmc.control.count("POST /internal/api-keys")).toBe(7);
  });
});

describe("badges", () => {
  const badgeCount = async () => (await shownBadges(page)).length;

  it("stand once in every visible row while the list is sorted and paged", async () => {
    for (const heading of ["Description", "Valid until", "Created at", "Valid until"]) {
      await (await page.waitForSelector(`::-p-xpath(//th[contains(., "${heading}")])`))?.click();
      await badgesShown(page, (await shownRows(page)).length);
    }
    const perRow = await page.$$eval("tbody tr", (rows) =>
      rows.map((row) => row.querySelectorAll("[data-icmc-badge]").length),
    );
    expect(new Set(perRow)).toEqual(new Set([1]));
  });

  it("say the truth about every row", async () => {
    const now = Date.now();
    const rows = await shownRows(page);
    const badges = await shownBadges(page);
    for (const [at, row] of rows.entries()) {
      const key = icmc.control
        .issuedKeys()
        .find((one) => one.description === row.description && one.deletedAtMs === null);
      expect([row.description, badges[at]?.state]).toEqual([
        row.description,
        trueState({ validUntilMs: key?.validUntilMs ?? null }, now, "minute"),
      ]);
    }
  });

  it("are gone on other pages and there again after coming back", async () => {
    await goTo(page, "Team members");
    expect(await badgeCount()).toBe(0);
    expect(await captureState(page)).toBeNull();
    await goTo(page, "Documentation");
    expect(await badgeCount()).toBe(0);
    expect(await captureState(page)).toBeNull();
    await goTo(page, "API Keys");
    await badgesShown(page, (await shownRows(page)).length);
    await page.goBack();
    await page.goForward();
    await page.waitForSelector("tbody tr");
    await badgesShown(page, (await shownRows(page)).length);
  });

  it("lose the vault's mark while it is locked", async () => {
    await lock(await browser.openPopup());
    await page.bringToFront();
    await until(
      async () => (await shownBadges(page)).every(({ vault }) => vault === null),
      5_000,
      async () => JSON.stringify(await shownBadges(page)),
    );
    await (await unlock(browser)).close();
  });
});

describe("the console's page", () => {
  it("holds nothing of the vault", async () => {
    await page.bringToFront();
    const html = await page.evaluate(() => {
      const texts: string[] = [];
      const walk = (root: Document | ShadowRoot) => {
        texts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
        for (const element of root.querySelectorAll("*"))
          if (element.shadowRoot) walk(element.shadowRoot);
      };
      walk(document);
      return texts.join("\n") + JSON.stringify({ ...localStorage, ...sessionStorage });
    });
    expect(html).not.toContain(PASSPHRASE);
    const tokens = icmc.control.issuedKeys().map(({ token }) => token);
    expect(tokens.filter((token) => html.includes(token))).toEqual([]);
  });

  it("heard no error of ours", () => {
    expect(browser.errors()).toEqual([]);
  });
});

import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { goTo, shownRows, signIn } from "./console-page.ts";
import { askForKey, daysFromNow, fillNewKey, stepsDone, toldBehind } from "./creation-driver.ts";
import { byLabel, byRole, byText, press } from "./find.ts";
import { openWithVault } from "./open-with-vault.ts";
import { until } from "./our-marks.ts";
import { listedKeys, lock, told, unlock } from "./vault-owner.ts";

const CREATE = "POST /internal/api-keys";

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc({ settings: { pageSize: 50 } });
  browser = await launchBrowser({ port: icmc.port });
  page = await openWithVault(browser);
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

beforeEach(async () => {
  icmc.control.clearFaults();
  icmc.control.forgetRequests();
  if (page.isClosed()) page = await browser.openConsole("/api_keys");
  await page.bringToFront();
});

afterEach(async () => {
  const workspace = await browser.openWorkspace();
  await dismissed(workspace);
  await workspace.close();
});

/** What one test left behind is no business of the next. */
async function dismissed(view: Page): Promise<void> {
  await view.evaluate(async () => {
    const button = (name: string) =>
      [...document.querySelectorAll("button")].find((one) => one.textContent === name);
    for (let look = 0; look < 6; look++) {
      (button("Done") ?? button("Cancel"))?.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

const issued = (description: string) =>
  icmc.control.issuedKeys().filter((key) => key.description === description);

/** Waits for these words in the popup, opened anew when bringing a tab to the front has closed it. */
async function toldInPopup(popup: Page, words: RegExp): Promise<Page> {
  let open = popup;
  for (let attempt = 0; attempt < 5; attempt++) {
    if (open.isClosed()) open = await browser.openPopup();
    const isTold = await told(open, words, 4_000).then(
      () => true,
      () => false,
    );
    if (isTold) return open;
  }
  throw new Error(`the popup never said ${words}`);
}

async function done(popup: Page): Promise<void> {
  await press(popup, "button", "Done");
  await popup.close();
}

describe("a new key from the popup", () => {
  it("is created with the expiry asked for, captured, saved and tested without a hand on the page", async () => {
    const at = daysFromNow(45);
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "Quick key", expires: at });
    await told(popup, /Created, saved and tested/);
    expect(await stepsDone(popup)).toEqual([
      "Console open",
      "Signed in",
      "Form filled",
      "Key created",
      "Key captured",
      "Saved to vault",
      "Tested",
    ]);
    expect(issued("Quick key").map(({ validUntilMs }) => validUntilMs)).toEqual([at.getTime()]);
    expect((await listedKeys(popup)).map(({ description }) => description)).toContain("Quick key");
    await done(popup);
  });

  it("shows in the page that it is saved, with nothing left to press", async () => {
    await byText(page, "Saved to vault");
    await press(page, "button", "Done");
  });

  it("lasts 90 days of 24 hours when 90 days are chosen", async () => {
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "Ninety", expires: "90 days" });
    await told(popup, /Created, saved and tested/);
    const [key] = issued("Ninety");
    const asked = Date.now() + 90 * 86_400_000;
    expect(Math.abs((key?.validUntilMs ?? 0) - asked)).toBeLessThan(90_000);
    expect((key?.validUntilMs ?? 1) % 60_000).toBe(0);
    await done(popup);
    await page.reload();
  });

  it("is created once by a double click", async () => {
    const popup = await browser.openPopup();
    await fillNewKey(popup, { description: "Twice", expires: "30 days" });
    await (await byRole(popup, "button", "Create key")).click({ count: 2 });
    await told(popup, /Created, saved and tested/);
    expect(icmc.control.count(CREATE)).toBe(1);
    await done(popup);
    await page.reload();
  });

  it("is one key when two windows ask at the same time", async () => {
    const workspaces = [await browser.openWorkspace(), await browser.openWorkspace()];
    for (const [at, view] of workspaces.entries()) {
      await view.bringToFront();
      await fillNewKey(view, { description: `Window ${at}`, expires: "30 days" });
    }
    await Promise.all(
      workspaces.map((view) =>
        view.$$eval("button", (buttons) =>
          buttons.find((button) => button.textContent === "Create key")?.click(),
        ),
      ),
    );
    for (const view of workspaces) await toldBehind(view, /Created, saved and tested/);
    expect(icmc.control.count(CREATE)).toBe(1);
    await workspaces[1]?.bringToFront();
    await press(workspaces[1] as Page, "button", "Done");
    for (const view of workspaces) await view.close();
    await page.bringToFront();
    await page.reload();
  });

  it("goes on when the popup is closed at once, and shows the result when it opens again", async () => {
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "Popup closed", expires: "30 days" });
    await popup.close();
    const again = await browser.openPopup();
    await told(again, /Created, saved and tested/);
    expect(issued("Popup closed").length).toBe(1);
    await done(again);
    await page.reload();
  });

  it("keeps what was typed when the popup closes before the button was pressed", async () => {
    const popup = await browser.openPopup();
    await fillNewKey(popup, { description: "Half typed", expires: "180 days" });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await popup.close();
    const again = await browser.openPopup();
    const field = await byLabel(again, "Description");
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe("Half typed");
    await press(again, "button", "Cancel");
    await again.close();
  });

  it("opens the console where no tab of it is open, and only one", async () => {
    const workspace = await browser.openWorkspace();
    await page.close();
    await workspace.bringToFront();
    await askForKey(workspace, { description: "No tab", expires: "30 days" });
    await toldBehind(workspace, /Created, saved and tested/);
    const tabs = (await browser.browser.pages()).filter((one) =>
      one.url().startsWith("https://partner."),
    );
    expect(tabs.length).toBe(1);
    page = tabs[0] as Page;
    await workspace.bringToFront();
    await press(workspace, "button", "Done");
    await workspace.close();
    await page.bringToFront();
    await page.reload();
  });
});

describe("somebody signed out", () => {
  it("is asked to sign in, and the key is made afterwards", async () => {
    icmc.control.signOutAll();
    await page.reload();
    await byRole(page, "button", "Sign in");
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "After sign-in", expires: "30 days" });
    const asking = await toldInPopup(popup, /Please sign in to the console/);
    if (!asking.isClosed()) await asking.close();
    await page.bringToFront();
    await signIn(page);
    const result = await browser.openPopup();
    await told(result, /Created, saved and tested/);
    expect(issued("After sign-in").length).toBe(1);
    await done(result);
    await page.reload();
  });
});

describe("a console that says no", () => {
  it.each([
    [403, "Your role does not allow this"],
    [500, "Internal error 4711"],
  ])("has its own words shown after %i, and nothing is created", async (status, message) => {
    icmc.control.fault({ kind: "status", status, message }, { scope: CREATE, times: 1 });
    const popup = await browser.openPopup();
    await askForKey(popup, { description: `Refused ${status}`, expires: "30 days" });
    await told(popup, new RegExp(`Could not create the key: ${message}`));
    expect(issued(`Refused ${status}`)).toEqual([]);
    expect(icmc.control.count(CREATE)).toBe(1);
    await done(popup);
  });

  it("names a key that was created although its answer was lost, and never asks again", async () => {
    const body = { message: "The gateway gave up" };
    icmc.control.fault({ kind: "instead", status: 502, body }, { scope: CREATE, times: 1 });
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "Answer lost", expires: "30 days" });
    await told(popup, /Delete “Answer lost” in the console's list/);
    expect(issued("Answer lost").length).toBe(1);
    expect(icmc.control.count(CREATE)).toBe(1);
    await done(popup);
  });

  it("tells a person whose role creates no keys what the console says", async () => {
    icmc.control.setRole("viewer");
    await page.reload();
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "Viewer", expires: "30 days" });
    await told(popup, /Could not create the key: Your role does not allow managing API keys/);
    await done(popup);
    icmc.control.setRole("admin");
    await page.reload();
    await goTo(page, "API Keys");
  });

  it("is left alone when the person cancels before it was asked", async () => {
    icmc.control.signOutAll();
    await page.reload();
    await byRole(page, "button", "Sign in");
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "Cancelled", expires: "30 days" });
    const asking = await toldInPopup(popup, /Please sign in to the console/);
    await press(asking, "button", "Cancel");
    await told(asking, /Cancelled. Nothing was created/);
    await press(asking, "button", "Done");
    if (!asking.isClosed()) await asking.close();
    await page.bringToFront();
    await signIn(page);
    await goTo(page, "API Keys");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(issued("Cancelled")).toEqual([]);
    expect(icmc.control.count(CREATE)).toBe(0);
  });
});

describe("a worker that dies", () => {
  const KILLS = [0, 60, 150, 250, 350, 450, 550, 700, 900, 1_200];

  it.each(KILLS)("%i ms after the press costs neither key nor token", async (delayMs) => {
    const description = `Killed ${delayMs}`;
    const popup = await browser.openPopup();
    await askForKey(popup, { description, expires: "30 days" });
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await browser.killWorker();
    await told(popup, /Created/, 30_000);
    expect(issued(description).length).toBe(1);
    const copies = async () =>
      (await listedKeys(popup)).filter((key) => key.description === description).length;
    await until(
      async () => (await copies()) === 1,
      5_000,
      async () => `the vault lists it ${await copies()} times`,
    );
    await done(popup);
    await page.reload();
    await byRole(page, "button", "+ Create new API Key");
  });

  it("and a vault that locks in the middle leave the key sealed and saved at the next unlock", async () => {
    icmc.control.fault({ kind: "slow", delayMs: 2_000 }, { scope: CREATE, times: 1 });
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "Locked meanwhile", expires: "30 days" });
    await until(
      async () => icmc.control.count(CREATE) === 1,
      10_000,
      async () => "the console was not asked",
    );
    await lock(popup);
    await popup.close();
    await page.bringToFront();
    await byText(page, "Saved to vault", 10_000);
    const open = await unlock(browser);
    await until(
      async () => (await listedKeys(open)).some((key) => key.description === "Locked meanwhile"),
      10_000,
      async () => JSON.stringify(await listedKeys(open)),
    );
    await open.close();
  });
});

describe("all of it", () => {
  it("leaves every key the console issued in the vault, but the one whose answer was lost", async () => {
    await page.bringToFront();
    await page.reload();
    await goTo(page, "API Keys");
    const popup = await browser.openPopup();
    // The popup's frame stands before its keys are opened.
    await byRole(popup, "list", "API keys");
    const kept = (await listedKeys(popup)).map(({ description }) => description);
    const made = (await shownRows(page)).map(({ description }) => description);
    const ours = made.filter((one) =>
      /^(?:Quick|Ninety|Twice|Window|Popup|No tab|After|Killed|Locked)/.test(one),
    );
    expect(ours.length).toBeGreaterThan(15);
    expect(kept).toEqual(expect.arrayContaining(ours));
    expect(browser.errors().filter((error) => !/403|500|ERR_|Failed to load/.test(error))).toEqual(
      [],
    );
  });
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { freshProfile, launchBrowser, type TestBrowser } from "./browser.ts";
import { daysFromNow, settled } from "./creation-driver.ts";
import { downloaded } from "./downloaded.ts";
import { byLabel, byRole, byText, press } from "./find.ts";
import { iconSays } from "./icon-count.ts";
import { openApiKeys } from "./open-with-vault.ts";
import { until } from "./our-marks.ts";
import { addKeyByHand, createVault, lock, unlock } from "./vault-owner.ts";

interface ExtensionPage {
  chrome: {
    runtime: { sendMessage(message: object): Promise<unknown> };
    storage: { local: { get(key: string): Promise<Record<string, Record<string, unknown>>> } };
  };
}

let icmc: Icmc;
let browser: TestBrowser;
let downloads: string;
let profile: string;

beforeAll(async () => {
  icmc = await startIcmc();
  profile = await freshProfile();
  browser = await launchBrowser({ port: icmc.port, profile });
  downloads = await mkdtemp(join(tmpdir(), "icmc-downloads-"));
  await openApiKeys(browser);
  const popup = await createVault(browser);
  await settled(popup);
  await add(popup, "Far away", 200);
  await popup.close();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
  for (const folder of [downloads, profile]) await rm(folder, { recursive: true, force: true });
});

async function add(popup: Page, description: string, days: number): Promise<void> {
  const validUntilMs = daysFromNow(days).getTime();
  await addKeyByHand(popup, icmc.control.issue({ description, validUntilMs }).token, description);
}

async function openPopup(): Promise<Page> {
  const popup = await browser.openPopup();
  await settled(popup);
  return popup;
}

/** As the popup's buttons do, which know days only. */
async function snoozeUntil(untilMs: number): Promise<void> {
  const view = await browser.openWorkspace();
  await view.evaluate((ms) => {
    const { chrome } = globalThis as unknown as ExtensionPage;
    return chrome.runtime.sendMessage({ type: "snoozeReminders", args: [ms] });
  }, untilMs);
  await view.close();
}

/** Everything the reminders have written to the disk in clear. */
async function inClear(): Promise<Record<string, unknown>> {
  const view = await browser.openWorkspace();
  const { reminders } = await view.evaluate(() => {
    const { chrome } = globalThis as unknown as ExtensionPage;
    return chrome.storage.local.get("reminders");
  });
  await view.close();
  return reminders ?? {};
}

describe("reminders", () => {
  it("say nothing while nothing is due", async () => {
    const popup = await openPopup();
    await byText(popup, "Nothing is due");
    expect(await popup.$('section[aria-label="Reminders"]')).toBeNull();
    await popup.close();
  });

  it("name a key that comes near its end, and lead straight to its replacement", async () => {
    const popup = await openPopup();
    await add(popup, "Nearly over", 5);
    await press(popup, "button", "1 key needs attention");
    await press(popup, "button", "Rotate Nearly over");
    await byText(popup, "Replace Nearly over");
    const field = await byLabel(popup, "Description");
    expect(await field.evaluate((one) => (one as HTMLInputElement).value)).toBe("Nearly over");
    await popup.close();
  });

  it("count on the icon, also while the vault is locked and after the worker's death", async () => {
    const popup = await openPopup();
    await lock(popup);
    await popup.close();
    await browser.killWorker();
    await iconSays(browser, "1");
    await (await unlock(browser)).close();
  });

  it("count again after the browser was started anew, and are named once it is unlocked", async () => {
    await browser.close();
    browser = await launchBrowser({ port: icmc.port, profile });
    await browser.openConsole("/");
    await iconSays(browser, "1");
    const popup = await unlock(browser);
    await byText(popup, "1 key needs attention");
    await popup.close();
  });

  it("are quiet while snoozed, on the icon too, and remember it", async () => {
    const popup = await openPopup();
    await press(popup, "button", "1 key needs attention");
    await press(popup, "button", "Snooze for a day");
    await popup.waitForFunction(() => !document.querySelector('section[aria-label="Reminders"]'));
    await popup.close();
    await iconSays(browser, "");
    const again = await openPopup();
    await byText(again, "Reminders are snoozed");
    expect(await again.$('section[aria-label="Reminders"]')).toBeNull();
    await lock(again);
    await again.close();
    await iconSays(browser, "");
  });

  it("stay snoozed over a new start of the browser, and count again when it ends, still locked", async () => {
    await browser.close();
    browser = await launchBrowser({ port: icmc.port, profile });
    await browser.openConsole("/");
    await iconSays(browser, "");
    // Long enough for a busy machine to look before it is over.
    await snoozeUntil(Date.now() + 12_000);
    await iconSays(browser, "");
    await browser.killWorker();
    await iconSays(browser, "1", 40_000);
    await (await unlock(browser)).close();
  });

  it("follow a key's own lead time", async () => {
    const view = await browser.openWorkspace();
    await settled(view);
    await press(view, "button", "Details of Far away");
    await (await byLabel(view, "Remind me, days before the end")).type("250");
    await press(view, "button", "Save reminders");
    await view.close();
    const again = await browser.openWorkspace();
    await byText(again, "2 keys need attention");
    await again.close();
  });

  it("go into a calendar with an event for each key and no secret", async () => {
    const view = await browser.openWorkspace();
    await settled(view);
    await browser.downloadTo(downloads);
    await (await byText(view, "Reminders and health")).click();
    await (await byRole(view, "button", "Export calendar (.ics)")).click();
    const calendar = await readFile(await downloaded(downloads, ".ics"), "utf8");
    expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBe(2);
    expect(calendar).toContain("Nearly over");
    for (const { token } of icmc.control.issuedKeys()) {
      expect(calendar).not.toContain(token.split(".")[2]);
    }
    await view.close();
  });

  it("leave no hour on the disk once it shall hold none in clear", async () => {
    expect((await inClear()).hours).not.toEqual([]);
    const view = await browser.openWorkspace();
    await press(view, "link", "Settings");
    await (await byLabel(view, "Warn of expiring keys while the vault is locked")).click();
    await until(
      async () => JSON.stringify((await inClear()).hours) === "[]",
      5_000,
      async () => JSON.stringify(await inClear()),
    );
    expect((await inClear()).ends).toBeNull();
    await view.close();
    await iconSays(browser, "1");
  });
});

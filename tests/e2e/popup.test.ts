import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../icmc/faults.ts";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { byRole, byText, press, typeInto } from "./find.ts";
import { addKeyByHand, createVault, listedKeys, lock, told, unlock } from "./vault-owner.ts";

const DAY_MS = 86_400_000;
let icmc: Icmc;
let browser: TestBrowser;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  await browser.openConsole("/api_keys");
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

/** A key of the local ICMC, issued behind the console's back. */
function issued(description: string, daysLeft: number | null) {
  const validUntilMs =
    daysLeft === null ? null : Date.now() + daysLeft * DAY_MS + Math.sign(daysLeft) * 60_000;
  return icmc.control.issue({ description, validUntilMs }).token;
}

const panelText = (popup: Page) => popup.$eval("main", (main) => main.textContent);

describe("the popup", () => {
  it("creates the vault, and refuses a passphrase that is easy to guess", async () => {
    const popup = await browser.openPopup();
    await typeInto(popup, "Passphrase", "passwordpassword");
    await typeInto(popup, "Repeat passphrase", "passwordpassword");
    await press(popup, "button", "Create vault");
    expect(await told(popup, /easy to guess/));

    await createVault(browser);
  });

  it("keeps a key added by hand, however it is wrapped, and shows when it expires", async () => {
    const popup = await browser.openPopup();
    const token = issued("by hand", 212);
    await addKeyByHand(
      popup,
      `Authorization: Bearer "${token.slice(0, 40)}\n  ${token.slice(40)}"`,
      "Backup gateway",
    );
    expect(await listedKeys(popup)).toEqual([
      { description: "Backup gateway", badge: "Expires in 212 days" },
    ]);
  });

  it("refuses what is no key and says where", async () => {
    const popup = await browser.openPopup();
    await press(popup, "button", "Add key by hand");
    await typeInto(popup, "API key", "hello world");
    await press(popup, "button", "Add key");
    expect(await told(popup, /character \d+/));
    await press(popup, "button", "Cancel");
    expect((await listedKeys(popup)).length).toBe(1);
  });

  it("tests a key and tells that it works", async () => {
    const popup = await browser.openPopup();
    await press(popup, "button", "Test Backup gateway");
    expect(await told(popup, /^Works/));
  });

  it("shows contracts with the key in use, refreshed as soon as it opens", async () => {
    const popup = await browser.openPopup();
    await press(popup, "tab", "Contracts");
    const contract = icmc.state.contracts[0];
    await byRole(popup, "list", "Contracts");
    await byText(popup, contract?.details ?? "no contract in the state");
    await byRole(popup, "button", `Copy id of ${contract?.details}`);
  });

  it("copies the key itself", async () => {
    const popup = await browser.openPopup();
    await press(popup, "button", "Copy Backup gateway");
    expect(await told(popup, /^Copied/)).toContain("30 seconds");
    await popup.close();
    const clipboard = await browser.clipboardText();
    expect(icmc.control.issuedKeys().some(({ token }) => token === clipboard)).toBe(true);
  });

  it("locks, answers a wrong passphrase with an alert, and opens with the right one", async () => {
    const popup = await browser.openPopup();
    await lock(popup);
    expect(await panelText(popup)).not.toContain("Backup gateway");
    await typeInto(popup, "Passphrase", "not the right one at all");
    await popup.keyboard.press("Enter");
    expect(await told(popup, /does not open the vault/));
    await unlock(browser);
  });

  it("stays unlocked when the worker dies", async () => {
    await browser.killWorker();
    const popup = await browser.openPopup();
    await byRole(popup, "tab", "Keys");
    expect((await listedKeys(popup)).length).toBe(1);
  });

  it("finds a key by typing and walks the list with the arrows", async () => {
    const popup = await browser.openPopup();
    await addKeyByHand(popup, issued("second", 5), "Billing script");
    await addKeyByHand(popup, issued("third", null), "Archive reader");
    await popup.keyboard.type("bill");
    await popup.waitForFunction(
      () => document.querySelectorAll('ul[aria-label="API keys"] > li').length === 1,
    );
    expect((await listedKeys(popup))[0]?.description).toBe("Billing script");
    await popup.keyboard.press("Escape");
    await popup.keyboard.press("ArrowDown");
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe("LI");
  });

  it("forgets a key only after its description was typed", async () => {
    const popup = await browser.openPopup();
    await press(popup, "button", "Details of Archive reader");
    await press(popup, "button", "Remove");
    const confirm = await popup.waitForSelector("form.confirm button[type=submit]");
    expect(await confirm?.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    const field = await popup.waitForSelector("form.confirm input");
    await field?.type("Archive reader");
    await confirm?.click();
    await popup.waitForFunction(() => !document.body.textContent?.includes("Archive reader"));
    expect((await listedKeys(popup)).map(({ description }) => description).sort()).toEqual([
      "Backup gateway",
      "Billing script",
    ]);
  });

  it("counts keys due within seven days on the toolbar icon", async () => {
    const text = await badgeText();
    expect(text).toBe("1");
  });
});

/** Asked of the browser in a page of the extension. */
async function badgeText(): Promise<string> {
  const popup = await browser.openPopup();
  return popup.evaluate(() =>
    (
      globalThis as unknown as {
        chrome: { action: { getBadgeText(of: object): Promise<string> } };
      }
    ).chrome.action.getBadgeText({}),
  );
}

describe("an API that answers badly", () => {
  const cases: [string, Fault, RegExp][] = [
    ["401", { kind: "status", status: 401 }, /refused this key/],
    ["403", { kind: "status", status: 403 }, /may not see/],
    ["429", { kind: "status", status: 429, headers: { "retry-after": "60" } }, /asks for a pause/],
    ["500", { kind: "status", status: 500 }, /fault of its own/],
    ["a page of HTML", { kind: "html", status: 200 }, /could not be understood/],
    ["JSON that breaks off", { kind: "truncated" }, /could not be understood/],
    ["nothing", { kind: "empty" }, /could not be understood/],
    [
      "a redirect to another host",
      { kind: "redirect", to: "https://evil.impossiblecloud.com/" },
      /cannot be reached/,
    ],
    ["a broken connection", { kind: "reset" }, /cannot be reached/],
  ];

  it.each(cases)("keeps the last figures and says why: %s", async (_what, fault, words) => {
    const contract = icmc.state.contracts[0]?.details ?? "";
    icmc.control.clearFaults();
    icmc.control.forgetRequests();
    icmc.control.fault(fault);
    const popup = await browser.openPopup();
    await press(popup, "tab", "Contracts");
    expect(await told(popup, words)).toMatch(/as of \d/);
    expect(await panelText(popup)).toContain(contract);
    expect(await panelText(popup)).not.toMatch(/undefined|NaN/);
    expect(icmc.control.requests().filter(({ host }) => host.startsWith("evil"))).toEqual([]);
    icmc.control.clearFaults();
  });

  it("tells an expired key from one that was refused", async () => {
    const popup = await browser.openPopup();
    await addKeyByHand(popup, issued("old", -3), "Old key");
    await press(popup, "button", "Test Old key");
    expect(await told(popup, /^Expired/));
    await byText(popup, "Expired 3 days ago");
  });
});

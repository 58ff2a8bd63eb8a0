import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { violationsIn } from "./axe.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { bundleOf, WANTED } from "./browser-kind.ts";
import { byLabel, byRole, press, typeInto } from "./find.ts";
import { until } from "./our-marks.ts";
import { PASSPHRASE } from "./vault-owner.ts";

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  page = await browser.openWorkspace();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

describe("the first-run tour", () => {
  it("leads by keyboard from a new vault to a pasted key, and is over then", async () => {
    await typeInto(page, "Passphrase", PASSPHRASE);
    await typeInto(page, "Repeat passphrase", PASSPHRASE);
    await page.keyboard.press("Enter");
    const next = await byRole(page, "button", "Get the first key", 15_000);
    expect(await violationsIn(page)).toEqual([]);
    await next.focus();
    await page.keyboard.press("Enter");
    await byRole(page, "heading", "Get your first key into the vault");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("tour-step");
    expect(await violationsIn(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const field = await byLabel(page, "API key");
    const [{ token } = { token: "" }] = icmc.control.issuedKeys();
    await field.evaluate((area, text) => {
      (area as HTMLTextAreaElement).value = text;
      area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }, token);
    await typeInto(page, "Description", "First one");
    await page.keyboard.press("Enter");
    await byRole(page, "heading", "Your first key is in the vault");
    await byRole(page, "button", "Copy First one");
    expect(await violationsIn(page)).toEqual([]);
    await press(page, "button", "Finish the tour");
    await page.close();
    page = await browser.openWorkspace();
    await byRole(page, "button", "Copy First one");
    expect(await page.$(".tour")).toBeNull();
  });
});

const filterOf = (view: Page, selector: string) =>
  view.$eval(selector, (one) => getComputedStyle(one).filter);

describe("screen sharing", () => {
  it("blurs prices and names in every view until it is switched off", async () => {
    await press(page, "button", "Use First one");
    await press(page, "link", "Contracts");
    await byRole(page, "list", "Contracts");
    await page.waitForSelector(".contract h3, .contract h2");
    const [name, price] = [".contract :is(h2, h3)", ".contract > p"];
    expect(await filterOf(page, name)).toBe("none");
    await press(page, "button", "Screen sharing: blur figures and names");
    expect([await filterOf(page, name), await filterOf(page, price)]).toEqual([
      "blur(6px)",
      "blur(6px)",
    ]);
    const popup = await browser.openPopup();
    await press(popup, "tab", "Contracts");
    await popup.waitForSelector(".contract");
    expect(await filterOf(popup, name)).toBe("blur(6px)");
    await press(popup, "button", "Screen sharing: blur figures and names");
    await popup.close();
    await until(
      async () => (await filterOf(page, name)) === "none",
      5_000,
      async () => "the other view goes on blurring",
    );
  });

  it("has a shortcut, and both of the browser's shortcuts are listed", async () => {
    const manifest = JSON.parse(readFileSync(join(bundleOf(WANTED), "manifest.json"), "utf8"));
    expect(Object.keys(manifest.commands)).toEqual(["_execute_action", "share-screen"]);
    await press(page, "link", "Settings");
    await byRole(page, "heading", "Keyboard shortcuts");
    const listed = await page.$$eval(".shortcuts > div", (rows) =>
      rows.slice(0, 2).map((row) => row.textContent),
    );
    expect(listed).toEqual([
      "AltShiftKOpen the popup",
      "AltShiftHScreen sharing: blur figures and names, or show them again",
    ]);
  });

  it("left no error of ours behind", () => {
    expect(browser.errors()).toEqual([]);
  });
});

import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { launchBrowser, type TestBrowser } from "../browser.ts";
import { setScheme } from "../color-scheme.ts";
import { byRole, byText, press } from "../find.ts";
import { captureBecomes, captureState, until } from "../our-marks.ts";
import { itOnceTakenOut } from "../taken-out.ts";
import { createVault } from "../vault-owner.ts";
import { createThere, creatingPage } from "./creating-page.ts";
import { daysAway, freshToken, html, iso, openOddPage, table } from "./odd-page.ts";

let browser: TestBrowser;

afterEach(() => browser.close());

const list = table(
  ["Description", "Valid until", "Created at"],
  [
    ["Backup host", iso(daysAway(200)), iso(daysAway(-300))],
    ["Billing job", iso(daysAway(15)), iso(daysAway(-300))],
  ],
);
const ours = (page: Page) =>
  page.$$eval(
    ">>> [data-icmc-badge],[data-icmc-save],[data-icmc-note],[data-icmc-ask]",
    (all) => all.length,
  );
const oursBecome = (page: Page, count: number, timeoutMs = 4_000) =>
  until(
    async () => (await ours(page)) === count,
    timeoutMs,
    async () => `${await ours(page)} elements of ours, not ${count}`,
  );

const creating = (token: string, style = "") => creatingPage(token, list, style);
const create = (page: Page) => createThere(page, "Kept by keyboard");

describe("an extension that is removed while a page of the console is open and idle", () => {
  itOnceTakenOut("leaves nothing in the page, and the page's console silent", async () => {
    browser = await launchBrowser({ port: null });
    const page = await openOddPage(browser, html(`<h1>API Keys</h1>${list}`));
    await oursBecome(page, 2);
    await browser.removeExtension();
    await oursBecome(page, 0, 5_000);
    expect(browser.errors()).toEqual([]);
  });

  itOnceTakenOut("warns who creates a key afterwards, and only then", async () => {
    browser = await launchBrowser({ port: null });
    const page = await openOddPage(browser, creating(freshToken()));
    await oursBecome(page, 2);
    await browser.removeExtension();
    // How soon is the promise above; a busy machine takes longer.
    await oursBecome(page, 0, 15_000);
    await create(page);
    await byText(page, "Reload this page before you create a key.");
    expect(await captureState(page)).toBeNull();
  });
});

describe("the capture control", () => {
  it("is reached by keyboard where a dialog keeps the focus to itself", async () => {
    browser = await launchBrowser({ port: null });
    const page = await openOddPage(browser, creating(freshToken()));
    await (await createVault(browser)).close();
    await page.bringToFront();
    await create(page);
    await captureBecomes(page, "held");
    const button = await byRole(page, "button", "Save to vault");
    const keys = await button.evaluate((one) => one.getAttribute("aria-keyshortcuts"));
    expect(keys).toBe("Alt+Shift+V");
    await page.keyboard.down("Alt");
    await page.keyboard.down("Shift");
    await page.keyboard.press("KeyV");
    await page.keyboard.up("Shift");
    await page.keyboard.up("Alt");
    await captureBecomes(page, "saved");
  });

  it("stays with its key when the page's own button copies the same, and doubts it when not", async () => {
    browser = await launchBrowser({ port: null });
    const page = await openOddPage(browser, creating(freshToken()));
    await (await createVault(browser)).close();
    await page.bringToFront();
    await create(page);
    await captureBecomes(page, "held");
    await page.click("#copy");
    expect(await captureState(page)).toBe("held");
    await page.evaluate((other) => {
      document.addEventListener("copy", (event) => {
        event.clipboardData?.setData("text/plain", other);
        event.preventDefault();
      });
    }, freshToken());
    await page.click("#copy");
    await captureBecomes(page, "failed");
    await byText(page, "Two different strings look like the new key.");
  });
});

describe("badges", () => {
  it("stay once they are drawn, also when the page learns what may be shown there", async () => {
    browser = await launchBrowser({ port: null });
    const counting = `<script>window.gone = 0; new MutationObserver((records) => { for (const { removedNodes } of records)
      for (const node of removedNodes) if (node.matches?.("[data-icmc-badge]") || node.querySelector?.("[data-icmc-badge]")) gone++; })
      .observe(document, { childList: true, subtree: true });</script>`;
    for (let visit = 0; visit < 3; visit++) {
      // The answer takes its time: the worker has to start first.
      if (await browser.workerRuns()) await browser.killWorker();
      const page = await openOddPage(browser, html(`${counting}<h1>API Keys</h1>${list}`));
      await oursBecome(page, 2);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await ours(page)).toBe(2);
      expect(await page.evaluate(() => (window as unknown as { gone: number }).gone)).toBe(0);
      await page.close();
    }
  });
});

describe("badges and control", () => {
  const colours = (page: Page) =>
    page.$$eval("[data-icmc-badge]", (badges) =>
      badges.map((badge) => {
        const [r = 0, g = 0, b = 0] =
          getComputedStyle(badge).color.match(/\d+/g)?.map(Number) ?? [];
        return r + g + b > 382 ? "light on dark" : "dark on light";
      }),
    );
  const become = (page: Page, look: string) =>
    until(
      async () => (await colours(page)).every((one) => one === look),
      3_000,
      async () => JSON.stringify(await colours(page)),
    );

  it.each([
    ["a dark page with grey letters", "background:#15181c;color:#777", "light on dark"],
    ["a light card on a dark page", "background:#111;color:#eee", "dark on light"],
    ["a modern colour", "background:oklch(0.2 0.02 250);color:#999", "light on dark"],
  ])("suit %s", async (name, style, look) => {
    browser = await launchBrowser({ port: null });
    const card = name.includes("card") ? "background:#fff;color:#222" : "";
    const page = await openOddPage(
      browser,
      html(`<style>body{${style}}</style><h1>API Keys</h1><div style="${card}">${list}</div>`),
    );
    await oursBecome(page, 2);
    await become(page, look);
  });

  it("follow a page that turns dark, by itself, by its system, or slowly", async () => {
    browser = await launchBrowser({ port: null });
    const page = await openOddPage(
      browser,
      html(
        `<style>body{background:#fff;color:#222;transition:background-color .4s}body.dark{background:#111;color:#eee}@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}</style><h1>API Keys</h1>${list}`,
      ),
    );
    await oursBecome(page, 2);
    await become(page, "dark on light");
    await setScheme(page, "dark");
    await become(page, "light on dark");
    await setScheme(page, "light");
    await become(page, "dark on light");
    await page.evaluate(() => document.body.classList.add("dark"));
    await become(page, "light on dark");
  });
});

describe("a page that is not understood", () => {
  it("is named in popup and self-check, which holds no value of any row", async () => {
    browser = await launchBrowser({ port: null });
    const secret = "Müller GmbH export";
    const page = await openOddPage(
      browser,
      html(
        `<h1>API Keys</h1>${table(
          ["Description", "Valid until"],
          [
            [secret, "somewhen, 4711"],
            [secret, "?"],
          ],
        )}`,
      ),
    );
    const popup = await createVault(browser);
    await byText(popup, "2 of 2 expiry dates on this page could not be read.");
    await press(popup, "button", "Add key by hand");
    await byRole(popup, "textbox", "API key");
    await popup.close();
    await page.bringToFront();
    const workspace = await browser.openWorkspace();
    await press(workspace, "link", "Self-check");
    await byText(workspace, "2 with an expiry that could not be read");
    const text = await workspace.$eval("main", (main) => main.textContent ?? "");
    expect(text).toContain("Valid until");
    expect(text).not.toContain(secret);
    expect(text).not.toContain("4711");
  });
});

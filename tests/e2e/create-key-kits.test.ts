import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { VARIANTS } from "../icmc/variants/all.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { askForKey, daysFromNow, fillNewKey } from "./creation-driver.ts";
import { byRole, press } from "./find.ts";
import { halfInFirefox } from "./in-firefox.ts";
import { until } from "./our-marks.ts";
import { makeDatesStubborn } from "./stubborn-date.ts";
import { driveVariant, type VariantDriver } from "./variant-driver.ts";
import { createVault, listedKeys, told } from "./vault-owner.ts";

const CREATE = "POST /internal/api-keys";
const SAVED = /Created, saved and tested/;

const REFUSALS: [number, string][] = [
  [403, "Your role does not allow this"],
  [500, "Internal error 4711"],
];

/** Leaves what is shown of an earlier key; whether *New key* can be pressed. */
function dismissed(): boolean {
  const buttons = [...document.querySelectorAll("button")];
  buttons.find(({ textContent }) => /^(?:Done|Cancel)$/.test(textContent))?.click();
  return buttons.some(({ textContent }) => textContent.trim() === "New key");
}

describe.each(halfInFirefox(VARIANTS))(
  "a new key in $name",
  (about) => {
    let icmc: Icmc;
    let browser: TestBrowser;
    let page: Page;
    let driver: VariantDriver;

    beforeAll(async () => {
      icmc = await startIcmc({ variant: about.name });
      browser = await launchBrowser({ port: icmc.port });
      page = await browser.openConsole("/api_keys");
      driver = driveVariant(page, about);
      await driver.signIn();
      await driver.openApiKeys();
      await (await createVault(browser)).close();
    });

    afterAll(async () => {
      await browser?.close();
      await icmc?.close();
    });

    beforeEach(() => {
      icmc.control.clearFaults();
      icmc.control.forgetRequests();
    });

    afterEach(async () => {
      const popup = await browser.openPopup();
      await popup.waitForFunction(dismissed, { polling: 100, timeout: 10_000 });
      await popup.close();
      await page.bringToFront();
      await page.reload();
      await byRole(page, "link", about.words.apiKeys);
    });

    const issued = (description: string) =>
      icmc.control.issuedKeys().filter((key) => key.description === description);

    /** The popup, opened anew when a tab that came to the front has closed it. */
    async function toldInPopup(popup: Page, words: RegExp): Promise<Page> {
      let open = popup;
      let told = "";
      await until(
        async () => {
          if (open.isClosed()) open = await browser.openPopup();
          told = await open
            .$$eval('[role="alert"], [role="status"]', (all) =>
              all.map(({ textContent }) => textContent).join("\n"),
            )
            .catch(() => "");
          return words.test(told);
        },
        30_000,
        async () => `${words} expected, told is: ${told}`,
      );
      return open;
    }

    /** Created once, with this expiry, and once in the vault. */
    async function isKeptOnce(popup: Page, description: string, expires: Date): Promise<void> {
      expect(issued(description).map(({ validUntilMs }) => validUntilMs)).toEqual([
        expires.getTime(),
      ]);
      expect(icmc.control.count(CREATE)).toBe(1);
      const copies = async () =>
        (await listedKeys(popup)).filter((key) => key.description === description).length;
      await until(
        async () => (await copies()) === 1,
        10_000,
        async () => `${description} is listed ${await copies()} times`,
      );
    }

    it("is one key after a double click", async () => {
      const expires = daysFromNow(33);
      const popup = await browser.openPopup();
      await fillNewKey(popup, { description: "Twice", expires });
      await (await byRole(popup, "button", "Create key")).click({ count: 2 });
      await isKeptOnce(await toldInPopup(popup, SAVED), "Twice", expires);
    });

    it("is made while the popup is closed, and told when it opens again", async () => {
      const expires = daysFromNow(34);
      const popup = await browser.openPopup();
      await askForKey(popup, { description: "Popup closed", expires });
      await popup.close();
      const again = await browser.openPopup();
      await told(again, SAVED);
      await isKeptOnce(again, "Popup closed", expires);
    });

    it.each([50, 600])("is made once although the worker dies after %i ms", async (delayMs) => {
      const expires = daysFromNow(35);
      const popup = await browser.openPopup();
      await askForKey(popup, { description: `Killed ${delayMs}`, expires });
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await browser.killWorker();
      const result = await toldInPopup(popup, /Created(?:, saved and tested| and saved)/);
      await isKeptOnce(result, `Killed ${delayMs}`, expires);
    });

    it("waits for the sign-in of somebody signed out, and goes on", async () => {
      icmc.control.signOutAll();
      await page.reload();
      await byRole(page, "button", about.words.signIn);
      const expires = daysFromNow(36);
      const popup = await browser.openPopup();
      await askForKey(popup, { description: "After sign-in", expires });
      await (await toldInPopup(popup, /Please sign in to the console/)).close();
      await page.bringToFront();
      await press(page, "button", about.words.signIn);
      const result = await toldInPopup(await browser.openPopup(), SAVED);
      await isKeptOnce(result, "After sign-in", expires);
    });

    it.each(REFUSALS)(
      "is not made, and told in the console's own words, where it answers %i",
      async (status, message) => {
        icmc.control.fault({ kind: "status", status, message }, { scope: CREATE, times: 1 });
        const popup = await browser.openPopup();
        await askForKey(popup, { description: `Refused ${status}`, expires: daysFromNow(37) });
        await toldInPopup(popup, new RegExp(`Could not create the key: ${message}`));
        expect(issued(`Refused ${status}`)).toEqual([]);
        expect(icmc.control.count(CREATE)).toBe(1);
      },
    );

    it("is handed over where no script can choose the date, and goes on once it is chosen", async () => {
      const expires = daysFromNow(38);
      await makeDatesStubborn(page, "By hand");
      const popup = await browser.openPopup();
      await askForKey(popup, { description: "By hand", expires });
      await (await toldInPopup(popup, /Please choose the expiry in the console/)).close();
      expect(icmc.control.count(CREATE)).toBe(0);
      await page.bringToFront();
      await page.waitForSelector(">>> [data-icmc-ask]");
      await driver.fillExpiration(expires);
      const result = await toldInPopup(await browser.openPopup(), SAVED);
      await isKeptOnce(result, "By hand", expires);
    });
  },
  45_000,
);

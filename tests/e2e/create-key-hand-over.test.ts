import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { askForKey, daysFromNow } from "./creation-driver.ts";
import { byLabel, press } from "./find.ts";
import { typeDate } from "./native-date.ts";
import { openWithVault } from "./open-with-vault.ts";
import { told } from "./vault-owner.ts";

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  page = await openWithVault(browser);
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

const askNotes = () =>
  page.$$eval(">>> [data-icmc-ask]", (hosts) =>
    hosts.map((host) => host.shadowRoot?.textContent?.trim() ?? ""),
  );

/** A field that takes nothing from a script and everything from a keyboard, as some calendars do. */
async function makeStubborn(): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      "input",
      (event) => {
        const field = event.target as HTMLInputElement;
        if (field.type === "datetime-local" && !event.isTrusted) field.value = "";
      },
      { capture: true },
    );
  });
}

describe("a form that takes no date from a script", () => {
  it("is handed over with one sentence, and goes on by itself once the date is chosen", async () => {
    await makeStubborn();
    const at = daysFromNow(60);
    const popup = await browser.openPopup();
    await askForKey(popup, { description: "By hand", expires: at });
    await page.waitForSelector(">>> [data-icmc-ask]", { timeout: 10_000 });
    if (!popup.isClosed()) await popup.close();
    const [words, ...others] = await askNotes();
    expect(others).toEqual([]);
    expect(words).toMatch(/^Please choose .*\d{4}.* here\. ICMC Companion goes on by itself\.$/);
    const asking = await browser.openPopup();
    await told(asking, /Please choose the expiry in the console/);
    await asking.close();
    expect(icmc.control.count("POST /internal/api-keys")).toBe(0);

    await page.bringToFront();
    await typeDate(page, "Expiration date and time", daysFromNow(61));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(icmc.control.count("POST /internal/api-keys")).toBe(0);
    // Leaving the field, so that typing starts at its first part again.
    await (await byLabel(page, "Description")).focus();
    await typeDate(page, "Expiration date and time", at);
    const result = await browser.openPopup();
    await told(result, /Created, saved and tested/);
    const made = icmc.control.issuedKeys().filter((key) => key.description === "By hand");
    expect(made.map(({ validUntilMs }) => validUntilMs)).toEqual([at.getTime()]);
    expect(await askNotes()).toEqual([]);
    await press(result, "button", "Done");
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { VARIANTS } from "../icmc/variants/all.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { askForKey } from "./creation-driver.ts";
import { driveVariant } from "./variant-driver.ts";
import { createVault, told } from "./vault-owner.ts";

let icmc: Icmc;
let browser: TestBrowser;

afterEach(async () => {
  await browser?.close();
  await icmc?.close();
});

/** A day that could be a month, one that could not, and the last minute of a year. */
const INSTANTS = ["2027-03-04T10:07", "2027-05-25T00:30", "2027-12-31T23:59"];

describe.each(VARIANTS)("a new key in $name", (about) => {
  it("is made without a hand on the page, with exactly the expiry asked for", async () => {
    icmc = await startIcmc({ variant: about.name });
    browser = await launchBrowser({ port: icmc.port });
    const page = await browser.openConsole("/api_keys");
    const driver = driveVariant(page, about);
    await driver.signIn();
    await driver.openApiKeys();
    await (await createVault(browser)).close();
    for (const [at, instant] of INSTANTS.entries()) {
      const popup = await browser.openPopup();
      const until = new Date(instant);
      await askForKey(popup, { description: `Quick ${at}`, expires: until });
      await told(popup, /Created, saved and tested/, 25_000);
      const made = icmc.control.issuedKeys().filter((key) => key.description === `Quick ${at}`);
      expect(made.map(({ validUntilMs }) => validUntilMs)).toEqual([until.getTime()]);
      await popup.$$eval("button", (buttons) =>
        buttons.find((button) => button.textContent === "Done")?.click(),
      );
      await popup.close();
      await page.bringToFront();
      await page.reload();
    }
    expect(icmc.control.count("POST /internal/api-keys")).toBe(INSTANTS.length);
  }, 120_000);
});

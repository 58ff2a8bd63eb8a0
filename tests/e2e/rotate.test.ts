import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { askForKey, daysFromNow, settled } from "./creation-driver.ts";
import { allByRole, byLabel, byRole, byText, press } from "./find.ts";
import { openWithVault } from "./open-with-vault.ts";
import { until } from "./our-marks.ts";
import { listedKeys, lock, told, unlock } from "./vault-owner.ts";

/** What comes is not waited for; a busy machine may need long. */
const PATIENCE_MS = 30_000;

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc({ settings: { pageSize: 50 } });
  browser = await launchBrowser({ port: icmc.port });
  page = await openWithVault(browser);
  const popup = await browser.openPopup();
  await askForKey(popup, { description: "Veeam", expires: daysFromNow(5) });
  await told(popup, /Created, saved and tested/);
  await pressInSight(popup, "Done");
  await popup.close();
  await page.bringToFront();
  await page.reload();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

async function openPopup(): Promise<Page> {
  const popup = await browser.openPopup();
  await settled(popup);
  return popup;
}

const living = () =>
  icmc.control.issuedKeys().filter((key) => key.description === "Veeam" && !key.deletedAtMs);
const ring = () => page.$$eval(">>> [data-icmc-ask]", (hosts) => hosts.length);
const noteWords = () =>
  page.$$eval(">>> [data-icmc-ask]", (hosts) =>
    hosts.map((host) => host.shadowRoot?.textContent ?? "").join(),
  );

/** The console comes to the front, which may close the popup under the mouse. */
async function showInConsole(): Promise<void> {
  const show = await byRole(await openPopup(), "button", "Show in the console");
  await show.evaluate((one) => setTimeout(() => (one as HTMLElement).click()));
}

/** Scrolled to first, as a person does: the popup's foot covers what stands at its edge. */
async function pressInSight(popup: Page, name: string): Promise<void> {
  const button = await byRole(popup, "button", name);
  await button.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await button.click();
}

async function tick(popup: Page, place: string): Promise<void> {
  const box = await byLabel(popup, place);
  await box.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await box.click();
  await until(
    () =>
      box.evaluate(
        (one) => (one as HTMLInputElement).checked && !(one as HTMLInputElement).disabled,
      ),
    5_000,
    async () => `${place} was not ticked`,
  );
}

describe("rotating a key", () => {
  it("keeps the places that use a key in the person's own words", async () => {
    const popup = await openPopup();
    await pressInSight(popup, "Details of Veeam");
    const field = await byLabel(popup, "Used by (one place on each line)");
    await field.type("Veeam host 3\nBilling script");
    await pressInSight(popup, "Save places");
    await popup.waitForFunction(
      () =>
        ![...document.querySelectorAll("button")].some((one) => one.textContent === "Save places"),
    );
    await popup.close();
  });

  it("makes a new key of the same description first, and both work", async () => {
    const popup = await openPopup();
    await pressInSight(popup, "Details of Veeam");
    await pressInSight(popup, "Rotate");
    const description = await byLabel(popup, "Description");
    expect(await description.evaluate((one) => (one as HTMLInputElement).value)).toBe("Veeam");
    await pressInSight(popup, "Create key");
    await told(popup, /Created, saved and tested/);
    await byText(popup, "Replacing Veeam");
    await told(popup, /Do not delete the old key yet/);
    await byText(popup, "Both keys work for 4 more days.");
    expect(living().length).toBe(2);
    const kept = (await listedKeys(popup)).filter((key) => key.description === "Veeam");
    expect(kept.length).toBe(2);
    await pressInSight(popup, "Done");
    await popup.close();
    await page.bringToFront();
    await page.reload();
  });

  it("goes on where it stopped after locking and a worker's death", async () => {
    const popup = await openPopup();
    await tick(popup, "Veeam host 3");
    await lock(popup);
    await popup.close();
    await browser.killWorker();
    const again = await unlock(browser);
    const ticked = await (await byLabel(again, "Veeam host 3")).evaluate(
      (one) => (one as HTMLInputElement).checked,
    );
    expect(ticked).toBe(true);
    await told(again, /Do not delete the old key yet/);
    await again.close();
  });

  it("shows the way to the old row only when every place uses the new key", async () => {
    const popup = await openPopup();
    expect(await allByRole(popup, "button", "Show in the console")).toEqual([]);
    await tick(popup, "Billing script");
    await byRole(popup, "button", "Show in the console");
    await popup.close();
  });

  it("says so in the page where no row is surely the old one", async () => {
    const [old] = living();
    if (!old) throw new Error("there is no old key");
    const { description, validUntilMs, createdAtMs } = old;
    const twin = icmc.control.issue({ description, validUntilMs, createdAtMs });
    await page.reload();
    await byText(page, "Veeam");
    await showInConsole();
    await until(
      async () => (await noteWords()).includes("No row here is surely the replaced key"),
      PATIENCE_MS,
      async () => `the page says: ${await noteWords()}`,
    );
    twin.deletedAtMs = Date.now();
    await page.reload();
    await byText(page, "Veeam");
  });

  it("points at nothing behind an open dialog of the console, and says so", async () => {
    await page.bringToFront();
    await press(page, "button", "+ Create new API Key");
    await byRole(page, "dialog", "Create new API Key");
    await showInConsole();
    await until(
      async () => (await noteWords()).includes("Close this first"),
      PATIENCE_MS,
      async () => `said is: ${await noteWords()}`,
    );
    await page.bringToFront();
    await press(page, "button", "Cancel");
  });

  it("points at the old row, and deletes nothing itself", async () => {
    await until(
      async () => (await ring()) === 1,
      PATIENCE_MS,
      async () => "no row is pointed out",
    );
    await until(
      async () => (await noteWords()).includes("Delete it here when you are sure"),
      PATIENCE_MS,
      async () => `said is: ${await noteWords()}`,
    );
    expect(living().length).toBe(2);
  });

  it("ends when the person deleted the old key, whose row was the right one", async () => {
    await page.bringToFront();
    const box = await page.$eval(">>> [data-icmc-ask]", (host) => {
      const ring = host.shadowRoot?.querySelector(".ring");
      if (!ring) throw new Error("nothing is ringed");
      const { top, height } = ring.getBoundingClientRect();
      return top + height / 2;
    });
    const buttons = await page.$$("tbody tr button");
    for (const button of buttons) {
      const place = await button.boundingBox();
      if (place && place.y < box && place.y + place.height > box) await button.click();
    }
    await press(page, "button", "Delete");
    await until(
      async () => living().length === 1 && (await ring()) === 0,
      PATIENCE_MS,
      async () => `${living().length} keys live, ${await ring()} notes stand`,
    );
    expect(living()[0]?.validUntilMs).toBeGreaterThan(Date.now() + 30 * 86_400_000);
    const popup = await openPopup();
    await pressInSight(popup, "It is deleted");
    await popup.waitForFunction(() => !document.body.textContent?.includes("Replacing Veeam"));
    await popup.close();
  });

  it("leaves two working keys when it is stopped, and says so", async () => {
    const popup = await openPopup();
    const [details] = await allByRole(popup, "button", "Details of Veeam");
    await details?.evaluate((one) => one.scrollIntoView({ block: "center" }));
    await details?.click();
    await pressInSight(popup, "Rotate");
    await pressInSight(popup, "Create key");
    await told(popup, /Created, saved and tested/);
    const before = living().length;
    await pressInSight(popup, "Stop replacing");
    await told(popup, /Both keys go on working and stay in the vault/);
    await pressInSight(popup, "Keep both keys");
    await popup.waitForFunction(() => !document.body.textContent?.includes("Replacing Veeam"));
    expect(living().length).toBe(before);
    await byRole(popup, "button", "Done");
  });
});

import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { WANTED } from "./browser-kind.ts";
import { buttonPlaces, watchButtons } from "./button-places.ts";
import { createKey } from "./console-page.ts";
import { daysFromNow } from "./creation-driver.ts";
import { byLabel, byRole, byText, press, typeInto } from "./find.ts";
import { openApiKeys } from "./open-with-vault.ts";
import { captureBecomes } from "./our-marks.ts";
import { addKeyByHand, createVault, lock, PASSPHRASE } from "./vault-owner.ts";

/** Everything that comes late has come: reminders, the page in front, a closer look at the vault. */
const SETTLED_MS = 2_500;
let icmc: Icmc;
let browser: TestBrowser;
let consolePage: Page;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  consolePage = await openApiKeys(browser);
  const popup = await createVault(browser);
  await addIssuedKey(popup, "Archive reader", 5);
  await popup.close();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

async function addIssuedKey(popup: Page, description: string, days: number): Promise<void> {
  const validUntilMs = daysFromNow(days).getTime();
  await addKeyByHand(popup, icmc.control.issue({ description, validUntilMs }).token, description);
}

type Places = Record<string, string[]>;

/** Each of the buttons was drawn, and stood in one place only. */
function expectCalm(places: Places): void {
  expect(Object.keys(places).sort()).toEqual(["Add key by hand", "Copy", "New key"]);
  for (const [name, stood] of Object.entries(places)) expect(stood, name).toEqual([stood[0]]);
}

/** The popup of an open vault, watched from its first frame until nothing comes any more. */
async function opened(): Promise<{ popup: Page; places: Places }> {
  const popup = await browser.openPopup();
  await popup.evaluateOnNewDocument(watchButtons);
  await popup.reload();
  return { popup, places: await settledPlaces(popup) };
}

/** The same of a locked one, which is unlocked in it. */
async function unlocked(): Promise<{ popup: Page; places: Places }> {
  const before = await browser.openPopup();
  await lock(before);
  await before.close();
  const popup = await browser.openPopup();
  await byLabel(popup, "Passphrase");
  await popup.evaluate(watchButtons);
  await typeInto(popup, "Passphrase", PASSPHRASE);
  await popup.keyboard.press("Enter");
  return { popup, places: await settledPlaces(popup) };
}

async function settledPlaces(popup: Page): Promise<Places> {
  await byRole(popup, "button", "Copy Archive reader", 45_000);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  return buttonPlaces(popup);
}

/** Firefox, as it is driven, lets nobody into its panel before the page's own scripts. */
const WAYS: [string, typeof unlocked][] = [
  ...(WANTED === "firefox" ? [] : [["opens", opened] satisfies [string, typeof opened]]),
  ["is unlocked", unlocked],
];

describe.each(WAYS)(
  "what a hand goes to first stays where it was drawn when the popup %s",
  (_, watched) => {
    it("and holds one key", async () => {
      const { popup, places } = await watched();
      await byRole(popup, "button", "1 key needs attention");
      expectCalm(places);
      await popup.close();
    });
  },
);

describe("with two more keys, one of which is due,", () => {
  beforeAll(async () => {
    const popup = await browser.openPopup();
    await addIssuedKey(popup, "Backup gateway", 200);
    await addIssuedKey(popup, "Old script", -3);
    await popup.close();
  });

  it.each(WAYS)("it stays there when the popup %s", async (_, watched) => {
    const { popup, places } = await watched();
    await byRole(popup, "button", "2 keys need attention");
    expectCalm(places);
    await popup.close();
  });
});

describe("with a key that waits, and the page paused,", () => {
  beforeAll(async () => {
    await consolePage.bringToFront();
    await createKey(consolePage, "Closed too early", daysFromNow(90));
    await captureBecomes(consolePage, "held", 3_000);
    const popup = await browser.openPopup();
    await press(popup, "switch", "Pause on this page");
    await byText(popup, "Resume");
    await popup.close();
  });

  it.each(WAYS)("it stays there when the popup %s", async (_, watched) => {
    const { popup, places } = await watched();
    await byText(popup, "1 key waiting");
    await byRole(popup, "button", "Save");
    await byRole(popup, "button", "Discard");
    await byRole(popup, "button", "2 keys need attention");
    await byText(popup, "Paused on this page");
    expectCalm(places);
    await popup.close();
  });
});

it("leads from the line above the list to what is due, and back", async () => {
  const popup = await browser.openPopup();
  await press(popup, "button", "2 keys need attention");
  await popup.waitForSelector('section[aria-label="Reminders"]');
  await byRole(popup, "button", "Rotate Old script");
  await press(popup, "button", "2 keys need attention");
  await popup.waitForFunction(() => !document.querySelector('section[aria-label="Reminders"]'));
  await popup.close();
});

import type { Page } from "puppeteer-core";
import { t, tn, type WordName } from "../../lib/words/words.ts";
import type { Icmc } from "../icmc/server.ts";
import type { TestBrowser } from "./browser.ts";
import { signIn } from "./console-page.ts";
import { byLabel, byRole, byText, typeInto } from "./find.ts";
import { captureBecomes } from "./our-marks.ts";
import { PASSPHRASE } from "./vault-owner.ts";

const DAY_MS = 86_400_000;
/** A passphrase is made slow to guess, and the machine may be busy. */
const OPENING_MS = 45_000;
const LONG_NAME = "Billing reader of the whole accounting department";
const FRESH_KEY = "Waits to be saved";

/** Called on every screen that stands, with what it shows. */
export type Look = (screen: string, page: Page) => Promise<void>;

/** Brought into the middle first: head and foot of the popup cover what is at its edges. */
async function press(page: Page, role: string, name: string): Promise<void> {
  const element = await byRole(page, role, name);
  await element.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await element.click();
}

const pressNamed = (page: Page, name: WordName) => press(page, "button", t(name));

/**
 * Leads through the main screens of the popup, beginning without a vault. Knows them by the words
 * of `lib/words` only, so whoever calls it has told `speak` what the browser says.
 */
export async function throughPopup(browser: TestBrowser, icmc: Icmc, look: Look): Promise<void> {
  const first = await browser.openPopup();
  await byLabel(first, t("passphrase.label"));
  await pressNamed(first, "firstRun.suggest");
  await first.waitForSelector("output");
  await typeInto(first, t("passphrase.label"), "passwordpassword");
  await pressNamed(first, "firstRun.create");
  await byText(first, t("firstRun.easy"));
  await look("first run", first);
  await typeInto(first, t("passphrase.label"), PASSPHRASE);
  await typeInto(first, t("passphrase.repeat"), PASSPHRASE);
  await pressNamed(first, "firstRun.create");
  await byRole(first, "tab", t("places.keys"), OPENING_MS);
  await byText(first, t("keys.noneYet"));
  await look("no keys yet", first);

  await pressNamed(first, "keys.addByHand");
  await paste(first, "hello world");
  await pressNamed(first, "addKey.add");
  await byText(first, t("addKey.noKey"));
  await look("add key by hand", first);
  await pressNamed(first, "common.cancel");
  for (const [name, daysLeft] of [
    ["Veeam host 3", 5],
    [LONG_NAME, 200],
    ["Old script", -3],
  ] as const) {
    await pressNamed(first, "keys.addByHand");
    const validUntilMs = Date.now() + daysLeft * DAY_MS;
    await paste(first, icmc.control.issue({ description: name, validUntilMs }).token);
    await typeInto(first, t("common.description"), name);
    await pressNamed(first, "addKey.add");
    await byRole(first, "button", t("keys.copyOf", name));
  }
  await press(first, "button", t("keys.useOf", LONG_NAME));
  await first.waitForSelector("button[aria-pressed=true]");
  await first.close();

  await holdFreshKey(browser);
  const popup = await browser.openPopup();
  await byText(popup, tn("waiting.count", 1));
  await press(popup, "button", t("keys.testOf", LONG_NAME));
  await byText(popup, t("keyTest.works"));
  await press(popup, "button", t("keys.copyOf", "Old script"));
  await byText(popup, t("keys.copied", 30));
  await byRole(popup, "button", tn("reminders.due", 2));
  await look("keys", popup);
  await press(popup, "button", tn("reminders.due", 2));
  await popup.waitForSelector(".due-keys");
  await look("keys that are due", popup);
  await press(popup, "button", tn("reminders.due", 2));

  await press(popup, "button", t("keys.detailsOf", LONG_NAME));
  await press(popup, "button", t("copyAs.openOf", LONG_NAME));
  await look("details of a key", popup);
  await pressNamed(popup, "keyDetails.remove");
  await byText(popup, t("removeKey.livesOn"));
  await look("remove key", popup);
  await popup.click("details.care summary");
  await look("reminders and health", popup);
  await pressNamed(popup, "common.cancel");
  await press(popup, "button", t("keyDetails.rotate"));
  await byRole(popup, "heading", t("keys.replace", LONG_NAME));
  await look("replace key", popup);
  await pressNamed(popup, "common.cancel");
  await pressNamed(popup, "newKey.title");
  await popup.click("fieldset label:last-of-type");
  await byLabel(popup, t("newKey.expiresOn"));
  await pressNamed(popup, "newKey.create");
  await byText(popup, t("newKey.noDescription"));
  await look("new key", popup);
  await pressNamed(popup, "common.cancel");

  await press(popup, "tab", t("places.contracts"));
  await popup.waitForSelector("[role=tabpanel] ul li");
  await settled(popup);
  await look("contracts", popup);
  await pressNamed(popup, "head.lockNow");
  await typeInto(popup, t("passphrase.label"), "not the passphrase");
  await pressNamed(popup, "unlock.unlock");
  await byText(popup, t("unlock.wrong"));
  await look("locked", popup);
  await typeInto(popup, t("passphrase.label"), PASSPHRASE);
  await pressNamed(popup, "unlock.unlock");
  await byRole(popup, "tab", t("places.keys"), OPENING_MS);
  await popup.close();
}

/** Leads through every place of the workspace of an open vault with a key in use. */
export async function throughWorkspace(page: Page, icmc: Icmc, look: Look): Promise<void> {
  const [contract] = icmc.state.contracts;
  const [partner] = icmc.state.partners;
  const account = icmc.state.accounts.find((one) => one.partnerId === partner?.id);
  const below = `#/contracts/${contract?.id}/partners/${partner?.id}`;
  for (const hash of [
    ...["#/keys", "#/contracts", `#/contracts/${contract?.id}`, below],
    ...[`${below}/accounts/${account?.clientAccountId}`, "#/regions", "#/brief"],
    ...["#/month-end", "#/journal", "#/settings", "#/self-check", "#/vault"],
  ]) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForSelector("main h2");
    await settled(page);
    await look(hash, page);
  }
  await pressNamed(page, "ways.known");
  await byText(page, t("ways.encryptWords"));
  await look("new vault key", page);
}

/** A key that the console shows and nobody saves. */
async function holdFreshKey(browser: TestBrowser): Promise<void> {
  const page = await browser.openConsole("/api_keys");
  await signIn(page);
  await press(page, "link", "API Keys");
  await press(page, "button", "+ Create new API Key");
  await typeInto(page, "Description", FRESH_KEY);
  // Set, not typed: the field's order of day and month is that of the browser's language.
  const field = await byLabel(page, "Expiration date and time");
  await field.evaluate(
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    new Date(Date.now() + 90 * DAY_MS).toISOString().slice(0, 16),
  );
  await press(page, "button", "Create");
  await captureBecomes(page, "held");
}

async function paste(popup: Page, text: string): Promise<void> {
  const field = await byLabel(popup, t("addKey.apiKey"));
  await field.evaluate((area, pasted) => {
    (area as HTMLTextAreaElement).value = pasted;
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, text);
}

/** Parts that are loaded later have come, and with them what they read. */
async function settled(page: Page): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 300, timeout: 8_000 });
}

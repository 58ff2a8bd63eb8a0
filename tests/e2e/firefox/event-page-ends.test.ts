import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { createKey, goTo, signIn } from "../console-page.ts";
import { askForKey, daysFromNow } from "../creation-driver.ts";
import { byRole, byText, press } from "../find.ts";
import { launchFirefox, type TestFirefox } from "../firefox.ts";
import { keptToken } from "../kept-token.ts";
import { captureBecomes, until } from "../our-marks.ts";
import { createVault, listedKeys, lock, told, unlock } from "../vault-owner.ts";

const CREATE = "POST /internal/api-keys";
const DAY_MS = 86_400_000;
/**
 * Firefox waits half a minute before it ends an event page that has nothing to do, writing to the
 * disk not counted: on a busy disk a vault that is being made is idle for more than a second.
 */
const IDLE_MS = 5_000;
const CLEARED_AFTER_MS = 30_000;
let icmc: Icmc;
let firefox: TestFirefox;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc({ settings: { pageSize: 50 } });
  const prefs = { "extensions.background.idle.timeout": IDLE_MS };
  firefox = await launchFirefox({ port: icmc.port, prefs });
  page = await firefox.openConsole("/");
  await signIn(page);
  await goTo(page, "API Keys");
  await (await createVault(firefox)).close();
  await page.bringToFront();
});

afterAll(async () => {
  await firefox?.close();
  await icmc?.close();
});

afterEach(async () => {
  icmc.control.clearFaults();
  icmc.control.forgetRequests();
  await page.bringToFront();
  await page.reload();
  await byRole(page, "button", "+ Create new API Key");
});

const inNinetyDays = () => new Date(Date.now() + 90 * DAY_MS);

function idledOut(): Promise<void> {
  return until(
    async () => !(await firefox.workerRuns()),
    20_000,
    async () => "the event page goes on running",
  );
}

/** Issued once, kept once, and the vault has the very token. */
async function isKeptOnce(description: string): Promise<void> {
  const made = icmc.control.issuedKeys().filter((key) => key.description === description);
  expect(made).toHaveLength(1);
  const popup = await firefox.openPopup();
  await byRole(popup, "button", `Copy ${description}`);
  const copies = (await listedKeys(popup)).filter((key) => key.description === description);
  expect(copies).toHaveLength(1);
  await popup.close();
  expect(await keptToken(firefox, description)).toBe(made[0]?.token);
}

describe("a new key that waits to be saved", () => {
  it("is saved at a click although the event page has idled out since", async () => {
    await createKey(page, "Idled out", inNinetyDays());
    await captureBecomes(page, "held");
    await idledOut();
    await press(page, "button", "Save to vault");
    await captureBecomes(page, "saved");
    await isKeptOnce("Idled out");
  });

  it("is held although the event page ends again and again while the key comes", async () => {
    const created = createKey(page, "Ends and ends", inNinetyDays());
    let isOver = false;
    const ending = (async () => {
      while (!isOver) {
        await firefox.killWorker();
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    await created;
    await new Promise((resolve) => setTimeout(resolve, 500));
    isOver = true;
    await ending;
    await captureBecomes(page, "held", 20_000);
    await press(page, "button", "Save to vault");
    await captureBecomes(page, "saved");
    await isKeptOnce("Ends and ends");
  });

  it("waits behind a locked vault, too, until it is filed once at the next unlock", async () => {
    await lock(await firefox.openPopup());
    await page.bringToFront();
    await createKey(page, "Behind the lock", inNinetyDays());
    await captureBecomes(page, "held");
    await press(page, "button", "Save to vault");
    await captureBecomes(page, "saved");
    await idledOut();
    const popup = await unlock(firefox);
    await byText(popup, "Behind the lock");
    await popup.close();
    await isKeptOnce("Behind the lock");
  });
});

describe("a key that is being made", () => {
  it.each([
    ["idles out", idledOutOrBusy],
    ["ends", () => firefox.killWorker()],
  ])(
    "is made and kept once although the event page %s while the console is asked",
    async (how, happens) => {
      const description = `Made while it ${how}`;
      icmc.control.fault({ kind: "slow", delayMs: 2.5 * IDLE_MS }, { scope: CREATE, times: 1 });
      const popup = await firefox.openPopup();
      await askForKey(popup, { description, expires: daysFromNow(50) });
      await until(
        async () => icmc.control.count(CREATE) === 1,
        20_000,
        async () => `the console was not asked; ${await words(popup)}`,
      );
      await popup.close();
      await happens();
      const after = await firefox.openPopup();
      await told(after, /Created(?:, saved and tested| and saved)/, 40_000);
      await press(after, "button", "Done");
      await after.close();
      expect(icmc.control.count(CREATE)).toBe(1);
      await isKeptOnce(description);
    },
  );
});

function words(view: Page): Promise<string> {
  return view.evaluate(() => document.body.textContent ?? "");
}

/** The console's answer takes more than twice as long as an idle event page has. */
function idledOutOrBusy(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1.2 * IDLE_MS));
}

describe("a copied token", () => {
  it("leaves the clipboard in time although the event page idles out, and what is copied afterwards stays", async () => {
    const popup = await firefox.openPopup();
    await press(popup, "button", "Copy Idled out");
    await told(popup, /^Copied/);
    const copiedAtMs = Date.now();
    await popup.close();
    await idledOut();
    const token = icmc.control.issuedKeys().find((key) => key.description === "Idled out")?.token;
    expect(await firefox.clipboardText()).toBe(token);
    await until(
      async () => (await firefox.clipboardText()) === "",
      CLEARED_AFTER_MS + 15_000,
      async () => "the token is still on the clipboard",
    );
    expect(Date.now() - copiedAtMs).toBeGreaterThan(CLEARED_AFTER_MS - 5_000);

    await page.bringToFront();
    await copied(page, "something of the person's own");
    await firefox.killWorker();
    await (await firefox.openPopup()).close();
    await idledOut();
    expect(await firefox.clipboardText()).toBe("something of the person's own");
  });
});

/** Marks a text in the page and copies it, as a person does. */
async function copied(place: Page, text: string): Promise<void> {
  await place.evaluate((words) => {
    const line = document.createElement("textarea");
    line.value = words;
    document.body.append(line);
    line.select();
  }, text);
  await place.keyboard.down("Control");
  await place.keyboard.press("KeyC");
  await place.keyboard.up("Control");
}

import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { createKey, goTo, signIn } from "../console-page.ts";
import { byLabel, byRole, byText, press } from "../find.ts";
import { launchFirefox, type TestFirefox } from "../firefox.ts";
import { badgesShown, captureBecomes, captureState, shownBadges, until } from "../our-marks.ts";
import { createVault, listedKeys } from "../vault-owner.ts";

const DAY_MS = 86_400_000;
const NO_CONSOLE = "The browser does not let ICMC Companion into the console's page";
const NO_API = "The browser does not let ICMC Companion reach the API";
let icmc: Icmc;
let firefox: TestFirefox;
let consolePage: Page;

beforeAll(async () => {
  icmc = await startIcmc();
  // As Firefox did before version 127, and as a company may still have it.
  const prefs = { "extensions.originControls.grantByDefault": false };
  firefox = await launchFirefox({ port: icmc.port, prefs });
  consolePage = await firefox.openConsole("/");
  await signIn(consolePage);
  await goTo(consolePage, "API Keys");
});

afterAll(async () => {
  await firefox?.close();
  await icmc?.close();
});

const answer = (isYes: boolean) => firefox.inside.do("answerQuestion", isYes);
const alerts = (page: Page) =>
  page.$$eval("[role=alert]", (all) => all.map((one) => one.textContent ?? "").join(" "));

describe("a Firefox in which the extension was given no site when it was installed", () => {
  it("has nothing of ours on the console's page, nor beside a new key", async () => {
    await createKey(consolePage, "Before access", new Date(Date.now() + 90 * DAY_MS));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await shownBadges(consolePage)).toEqual([]);
    expect(await captureState(consolePage)).toBeNull();
  });

  it("has it said at the first run, beside the way to a vault", async () => {
    const popup = await firefox.openPopup();
    await byLabel(popup, "Passphrase");
    await byText(popup, NO_CONSOLE);
    await byText(popup, NO_API);
    await byRole(popup, "button", "Allow access");
    await popup.close();
  });

  it("leaves all as it is where the browser's question is answered with no, and says so", async () => {
    const popup = await firefox.openPopup();
    await press(popup, "button", "Allow access");
    await answer(false);
    const after = popup.isClosed() ? await firefox.openPopup() : popup;
    await byText(after, popup.isClosed() ? NO_CONSOLE : "The browser was told no");
    await byRole(after, "button", "Allow access");
    await after.close();
  });

  it("makes the vault without them, and goes on saying it", async () => {
    const popup = await createVault(firefox);
    await byText(popup, NO_CONSOLE);
    await popup.close();
  });

  it("gives them where it is answered with yes, and is silent from then on", async () => {
    const popup = await firefox.openPopup();
    await press(popup, "button", "Allow access");
    await answer(true);
    const after = popup.isClosed() ? await firefox.openPopup() : popup;
    await byRole(after, "tab", "Keys");
    await until(
      async () => (await alerts(after)) === "",
      5_000,
      () => alerts(after),
    );
    await after.close();
  });

  it("has badges on the console's page with its next load, and a new key kept", async () => {
    await consolePage.bringToFront();
    await consolePage.reload();
    await byRole(consolePage, "button", "+ Create new API Key");
    await badgesShown(consolePage, await consolePage.$$eval("tbody tr", (rows) => rows.length));
    await createKey(consolePage, "With access", new Date(Date.now() + 90 * DAY_MS));
    await captureBecomes(consolePage, "held");
    await press(consolePage, "button", "Save to vault");
    await captureBecomes(consolePage, "saved");
    const popup = await firefox.openPopup();
    await byRole(popup, "button", "Copy With access");
    expect((await listedKeys(popup)).map(({ description }) => description)).toEqual([
      "With access",
    ]);
    await popup.close();
  });

  it("left no error of ours behind", () => {
    expect(firefox.errors()).toEqual([]);
  });
});

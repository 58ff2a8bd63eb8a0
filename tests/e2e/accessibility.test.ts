import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { violationsIn } from "./axe.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { createKey, goTo, signIn } from "./console-page.ts";
import { lostInForcedColours, movingDespiteWish } from "./eased-settings.ts";
import { byLabel, byRole, press } from "./find.ts";
import { unseenStops } from "./focus-walk.ts";
import { badgesShown, captureBecomes } from "./our-marks.ts";
import { addKeyByHand, createVault, lock, unlock } from "./vault-owner.ts";

const DAY_MS = 86_400_000;
let icmc: Icmc;
let browser: TestBrowser;
let consolePage: Page;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  consolePage = await browser.openConsole("/api_keys");
  await signIn(consolePage);
  await goTo(consolePage, "API Keys");
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

/** For everybody: read by a machine, in the system's few colours, without motion, by keyboard. */
async function hindrancesIn(page: Page): Promise<string[]> {
  return [
    ...(await violationsIn(page)),
    ...(await lostInForcedColours(page)),
    ...(await movingDespiteWish(page)),
    ...(await unseenStops(page)),
  ];
}
const expectNone = async (page: Page) => expect(await hindrancesIn(page)).toEqual([]);

describe("no rule of axe is broken in the light or dark, nothing lost in forced colours or by keyboard,", () => {
  it("by the popup, from its first run to the lock", async () => {
    const first = await browser.openPopup();
    await byLabel(first, "Passphrase");
    await expectNone(first);
    await first.close();

    const popup = await createVault(browser);
    await expectNone(popup);
    for (const [name, days] of [
      ["Veeam host 3", 5],
      ["Billing reader", 200],
      ["Old script", -3],
    ] as const) {
      const { token } = icmc.control.issue({
        description: name,
        validUntilMs: Date.now() + days * DAY_MS,
      });
      await addKeyByHand(popup, token, name);
    }
    await press(popup, "button", "Use Billing reader");
    await byRole(popup, "button", "Copy Veeam host 3");
    await expectNone(popup);
    await press(popup, "tab", "Contracts");
    await byRole(popup, "list", "Contracts");
    await expectNone(popup);
    await press(popup, "tab", "Keys");
    await press(popup, "button", "New key");
    await byLabel(popup, "Description");
    await expectNone(popup);
    await press(popup, "button", "Cancel");
    await lock(popup);
    await expectNone(popup);
    await popup.close();
    await (await unlock(browser)).close();
  });

  it("by any place of the workspace", async () => {
    const workspace = await browser.openWorkspace();
    await byRole(workspace, "heading", "Keys");
    const [contract] = icmc.state.contracts;
    const [partner] = icmc.state.partners;
    const account = icmc.state.accounts.find((one) => one.partnerId === partner?.id);
    const below = `#/contracts/${contract?.id}/partners/${partner?.id}`;
    const places: [string, string][] = [
      ["#/keys", "Keys"],
      ["#/contracts", "Contracts"],
      [`#/contracts/${contract?.id}`, contract?.details ?? ""],
      [below, partner?.name ?? ""],
      [`${below}/accounts/${account?.clientAccountId}`, account?.name ?? ""],
      ["#/regions", "Regions"],
      ["#/brief", "Morning brief"],
      ["#/month-end", "Month-end pack"],
      ["#/journal", "Journal"],
      ["#/vault", "Health"],
      ["#/settings", "Settings"],
      ["#/self-check", "Self-check"],
    ];
    for (const [hash, heading] of places) {
      await workspace.evaluate((to) => {
        location.hash = to;
      }, hash);
      await byRole(workspace, "heading", heading);
      expect([hash, await hindrancesIn(workspace)]).toEqual([hash, []]);
    }
    await workspace.close();
  });

  it("by what stands in the console's page", async () => {
    await consolePage.bringToFront();
    await badgesShown(consolePage, await consolePage.$$eval("tbody tr", (rows) => rows.length));
    const badges = '{ include: [["[data-icmc-badge]"]] }';
    expect(await violationsIn(consolePage, badges)).toEqual([]);
    expect(await lostInForcedColours(consolePage)).toEqual([]);
    await createKey(consolePage, "Looked at", new Date(Date.now() + 90 * DAY_MS));
    await captureBecomes(consolePage, "held");
    const control = '{ include: [["[data-icmc-save]"]] }';
    expect(await violationsIn(consolePage, control)).toEqual([]);
    expect(await lostInForcedColours(consolePage)).toEqual([]);
    await press(consolePage, "button", "Save to vault");
    await captureBecomes(consolePage, "saved");
    expect(await violationsIn(consolePage, control)).toEqual([]);
  });
});

describe("letters and words that a reader spaces out", () => {
  it("stand apart in badges too", async () => {
    const spacing = await consolePage.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("*{letter-spacing:.12em!important;word-spacing:.16em!important}");
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      const badge = document.querySelector("[data-icmc-badge]");
      if (!badge) throw new Error("no badge stands in the page");
      const { letterSpacing, wordSpacing } = getComputedStyle(badge);
      return [letterSpacing, wordSpacing].map((value) => Number.parseFloat(value) > 0);
    });
    expect(spacing).toEqual([true, true]);
  });
});

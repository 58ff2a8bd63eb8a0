import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { byRole } from "../find.ts";
import { launchFirefox, type TestFirefox } from "../firefox.ts";
import { freshProfile } from "../test-browser.ts";
import { addKeyByHand, createVault, listedKeys, unlock } from "../vault-owner.ts";

/** "Delete cookies and site data when Firefox is closed", as the settings write it. */
const CLEARS_AT_END = {
  "privacy.sanitize.sanitizeOnShutdown": true,
  "privacy.clearOnShutdown_v2.cookiesAndStorage": true,
  "privacy.clearOnShutdown_v2.cache": true,
};
let icmc: Icmc;
let firefox: TestFirefox;
let profile: string;

beforeAll(async () => {
  icmc = await startIcmc();
  profile = await freshProfile();
  firefox = await launchFirefox({ port: icmc.port, profile, prefs: CLEARS_AT_END });
  await firefox.openConsole("/");
  const popup = await createVault(firefox);
  const [{ token } = { token: "" }] = icmc.control.issuedKeys();
  await addKeyByHand(popup, token, "Survivor");
  await popup.close();
});

afterAll(async () => {
  await firefox?.close();
  await icmc?.close();
  await rm(profile, { recursive: true, force: true });
});

it("keeps vault and keys when cookies and site data are cleared", async () => {
  const page = await firefox.openConsole("/");
  await page.evaluate(() => localStorage.setItem("of the console", "1"));
  expect(await firefox.inside.do("clearSiteData")).toBe(0);
  await page.reload();
  // What it was about is gone; otherwise nothing was shown here.
  expect(await page.evaluate(() => localStorage.getItem("of the console"))).toBeNull();
  const popup = await firefox.openPopup();
  await byRole(popup, "button", "Copy Survivor");
  await popup.close();
});

it("keeps them where Firefox clears all of that whenever it closes", async () => {
  await firefox.close();
  firefox = await launchFirefox({ port: icmc.port, profile, prefs: CLEARS_AT_END });
  await firefox.openConsole("/");
  const popup = await unlock(firefox);
  await byRole(popup, "button", "Copy Survivor");
  expect((await listedKeys(popup)).map(({ description }) => description)).toEqual(["Survivor"]);
  await popup.close();
});

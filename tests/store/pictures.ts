import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { launchBrowser } from "../e2e/browser.ts";
import { createKey, goTo, signIn } from "../e2e/console-page.ts";
import { byRole, byText, press, pressInItem, typeInto } from "../e2e/find.ts";
import { badgesShown, captureBecomes } from "../e2e/our-marks.ts";
import { screenshot } from "../e2e/screenshot.ts";
import { addKeyByHand, createVault } from "../e2e/vault-owner.ts";
import { startIcmc } from "../icmc/server.ts";
import { buildBundle } from "../setup/build-bundle.ts";
import { ensureBrowser } from "../setup/ensure-browser.ts";
import { overConsole } from "./over-console.ts";

// The pictures of README and store listing, taken from the built extension over the local ICMC:
//   npm run pictures

const FOLDER = join(import.meta.dirname, "..", "..", "assets", "store", "pictures");
/** What the stores ask for. */
const SIZE = { width: 1280, height: 800 };
const DAY_MS = 86_400_000;

/** The whole walk: each picture is taken when its screen is reached by mouse and keyboard. */
async function takePictures(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  const icmc = await startIcmc();
  const chromium = await launchBrowser({ port: icmc.port });
  try {
    const console = await chromium.openConsole("/api_keys");
    await console.setViewport(SIZE);
    await signIn(console);
    await goTo(console, "API Keys");
    await badgesShown(console, await rowsOf(console));

    await (await createVault(chromium)).close();
    await createKey(console, "Veeam host 3", new Date(minuteOf(Date.now() + 212 * DAY_MS)));
    await captureBecomes(console, "held", 3_000);
    await picture(console, "save-to-vault");
    await press(console, "button", "Save to vault");
    await captureBecomes(console, "saved");
    await press(console, "button", "Done");
    await captureBecomes(console, null);
    await badgesShown(console, await rowsOf(console));
    await picture(console, "badges");

    const popup = await chromium.openPopup();
    for (const { description, token } of others(icmc.control.issuedKeys()))
      await addKeyByHand(popup, token, description);
    await pressInItem(popup, "Veeam host 3", "Use");
    await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await popup.evaluate(() => scrollTo(0, 0));
    const below = await shown(console);
    const above = new Map<string, string>();
    above.set("keys", await shown(popup));
    await press(popup, "tab", "Contracts");
    await byText(popup, "Storage pool Europe", 15_000);
    above.set("contracts", await shown(popup));
    await press(popup, "tab", "Keys");
    await press(popup, "button", "New key");
    await typeInto(popup, "Description", "Billing export 2027");
    above.set("new-key", await shown(popup));
    // The popup closes as soon as another page is in front, so all of it was taken before.
    for (const [name, popupPicture] of above)
      await picture(await overConsole(chromium.browser, below, popupPicture, SIZE), name);

    const workspace = await chromium.openWorkspace();
    await workspace.setViewport(SIZE);
    await byText(workspace, "Veeam host 3", 10_000);
    await press(workspace, "link", "Contracts");
    await byRole(workspace, "heading", "Contracts");
    await byText(workspace, "Storage pool Europe", 15_000);
    await picture(workspace, "workspace");
  } finally {
    await chromium.close();
    await icmc.close();
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await screenshot(page, join(FOLDER, `${name}.png`));
  process.stdout.write(`  ${name}.png\n`);
}

function shown(page: Page): Promise<string> {
  return page.screenshot({ encoding: "base64" });
}

/** A few keys that were there before, with different ends. */
function others<Key extends { description: string; token: string }>(issued: readonly Key[]): Key[] {
  return issued.filter(({ description }) => description !== "Veeam host 3").slice(0, 4);
}

function rowsOf(console: Page): Promise<number> {
  return console.$$eval("tbody tr", (rows) => rows.length);
}

function minuteOf(atMs: number): number {
  return Math.floor(atMs / 60_000) * 60_000;
}

ensureBrowser("chromium");
buildBundle();
await takePictures();

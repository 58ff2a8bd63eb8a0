import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import german from "../../assets/locales/de.json" with { type: "json" };
import english from "../../assets/locales/en.json" with { type: "json" };
import { speak, t } from "../../lib/words/words.ts";
import { wordsOf } from "../../lib/words/words-of.ts";
import { launchBrowser } from "../e2e/browser.ts";
import { WANTED } from "../e2e/browser-kind.ts";
import { createKey, goTo } from "../e2e/console-page.ts";
import { byRole, press } from "../e2e/find.ts";
import { badgesShown, captureBecomes } from "../e2e/our-marks.ts";
import { throughPopup, throughWorkspace } from "../e2e/screens.ts";
import { screenshot } from "../e2e/screenshot.ts";
import type { Fault } from "../icmc/faults.ts";
import { startIcmc } from "../icmc/server.ts";
import { buildBundle } from "../setup/build-bundle.ts";
import { ensureBrowser } from "../setup/ensure-browser.ts";

// Every screen of popup and workspace as a picture, light and dark, to be looked at:
//   npm run screens [-- de]      and with TEST_BROWSER=firefox in Firefox

const DAY_MS = 86_400_000;
const isGerman = process.argv.includes("de");
const FOLDER = join(
  import.meta.dirname,
  "..",
  "..",
  ".output",
  "screens",
  `${WANTED}-${isGerman ? "de" : "en"}`,
);

async function picture(screen: string, page: Page): Promise<void> {
  const name = screen
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .replaceAll(/[0-9a-f]{8}-[\w-]{27}/g, "id");
  for (const scheme of ["light", "dark"] as const)
    await screenshot(page, join(FOLDER, `${name}-${scheme}.png`), scheme);
  process.stdout.write(`  ${name}\n`);
}

/** Waiting, nothing there, and what can go wrong on the way to the API. */
const TROUBLES: Record<string, Fault> = {
  slow: { kind: "slow", delayMs: 4_000 },
  offline: { kind: "reset" },
  refused: { kind: "status", status: 401, message: "unauthorized" },
  forbidden: { kind: "status", status: 403, message: "forbidden" },
  "too often": { kind: "status", status: 429, headers: { "retry-after": "30" } },
  broken: { kind: "status", status: 500 },
  "not understood": { kind: "html" },
  none: { kind: "instead", body: [] },
};

async function throughTroubles(): Promise<void> {
  for (const [name, fault] of Object.entries(TROUBLES)) {
    icmc.control.fault(fault);
    for (const open of [browser.openPopup, browser.openWorkspace]) {
      const page = await open();
      if (open === browser.openPopup) await press(page, "tab", t("places.contracts"));
      else await press(page, "link", t("places.contracts"));
      // Long enough for a refusal, too short for the slow answer.
      await new Promise((over) => setTimeout(over, 1_500));
      await picture(`${open === browser.openPopup ? "popup" : "workspace"} ${name}`, page);
      await page.close();
    }
    icmc.control.clearFaults();
  }
}

/** What stands in the console's page. */
async function throughConsole(): Promise<void> {
  // Signed in on the way through the popup.
  const page = await browser.openConsole("/api_keys");
  await page.setViewport({ width: 1280, height: 800 });
  await goTo(page, "API Keys");
  await badgesShown(page, await page.$$eval("tbody tr", (rows) => rows.length));
  await picture("console badges", page);
  await createKey(page, "Veeam host 4", new Date(Date.now() + 90 * DAY_MS));
  await captureBecomes(page, "held", 5_000);
  await picture("console held", page);
  await press(page, "button", t("page.save"));
  await captureBecomes(page, "saved");
  await picture("console saved", page);
  await page.close();
}

ensureBrowser(WANTED);
buildBundle(WANTED);
await mkdir(FOLDER, { recursive: true });
speak(wordsOf(isGerman ? german : english));
const icmc = await startIcmc();
const browser = await launchBrowser({ port: icmc.port, ...(isGerman && { language: "de" }) });
try {
  await browser.openConsole("/");
  await throughPopup(browser, icmc, (screen, page) => picture(`popup ${screen}`, page));
  const workspace = await browser.openWorkspace();
  await workspace.setViewport({ width: 1280, height: 900 });
  await byRole(workspace, "navigation");
  await throughWorkspace(workspace, icmc, (screen, page) => picture(`workspace ${screen}`, page));
  await throughTroubles();
  await throughConsole();
} finally {
  await browser.close();
  await icmc.close();
}

import type { Page } from "puppeteer-core";
import { afterAll, expect, it } from "vitest";
import { API_HOSTS, type Icmc, startIcmc } from "../icmc/server.ts";
import { type AttackedBrowser, openAttacked, PASSPHRASE } from "./attacked-browser.ts";
import { badAnswer } from "./bad-answers.ts";
import { progress, randomFrom, record, SEED, scaled } from "./figure.ts";

const RUNS = scaled(500);
const LIMIT_MS = 15_000;
/** The way there and back, on a busy machine. */
const SLACK_MS = 1_500;
/** The workspace reads more than contracts; so often it is loaded anew. */
const WORKSPACE_EVERY = 5;
/**
 * Chromium itself asks its maker for updates and accounts. It is sent to where nobody listens, so
 * that no host at all has to be left out of the watch.
 */
const BROWSERS_OWN = [
  "--component-updater=url-source=https://127.0.0.1:9/",
  "--gaia-url=https://127.0.0.1:9",
];
const OURS = /^(Api\w*Error|NoKeyInUseError)$/;

let icmc: Icmc;
let browser: AttackedBrowser;
afterAll(async () => {
  await browser?.chromium.close();
  await icmc?.close();
});

it("is neither crashed, nor lured, nor held up by any answer", async () => {
  const random = randomFrom(SEED);
  icmc = await startIcmc();
  // Every host there is leads to the local server, so that a call to another one is seen.
  const args = [`--host-resolver-rules=MAP * 127.0.0.1:${icmc.port}`, ...BROWSERS_OWN];
  browser = await openAttacked(undefined, icmc.port, { args });
  const place = await browser.chromium.browser.version();
  await browser.ask("createVault", PASSPHRASE);
  const [issued] = icmc.control.issuedKeys();
  const kept = await browser.ask("addKey", {
    token: issued?.token ?? "",
    description: "In use",
    end: { kind: "unknown" },
  });
  await browser.ask("useKey", kept.id);
  const workspace = await browser.chromium.openWorkspace();
  await workspace.waitForSelector("nav");
  icmc.control.forgetRequests();
  const wrong: string[] = [];
  let lured = 0;
  let longestMs = 0;
  let served = 0;
  const told = progress("A8", RUNS);
  for (let run = 1; run <= RUNS; run++) {
    const fault = badAnswer(random, run);
    icmc.control.clearFaults();
    icmc.control.fault(fault);
    if (run % WORKSPACE_EVERY === 0) await workspace.reload({ waitUntil: "domcontentloaded" });
    const startedAtMs = performance.now();
    const failure = await settled(browser);
    const tookMs = performance.now() - startedAtMs;
    longestMs = Math.max(longestMs, tookMs);
    if (failure !== null && !OURS.test(failure))
      wrong.push(`${JSON.stringify(fault).slice(0, 200)}: ${failure}`);
    if (tookMs > LIMIT_MS + SLACK_MS) wrong.push(`${fault.kind}: settled after ${tookMs} ms`);
    if (run % WORKSPACE_EVERY === 0) {
      if (!(await isDrawn(workspace))) wrong.push(`${fault.kind}: the workspace is empty`);
      if (await workspace.evaluate(() => "lured" in globalThis)) lured += 1;
    }
    told(run);
  }
  const asked = icmc.control.requests();
  served = asked.filter(({ host }) => host === API_HOSTS[0]).length;
  const elsewhere = asked.filter(({ host }) => host !== API_HOSTS[0]).map(({ url }) => url);
  // The browser itself notes every answer that is no success.
  const thrown = browser.chromium.errors().filter((text) => !/Failed to load resource/.test(text));
  const holds = wrong.length + elsewhere.length + thrown.length + lured === 0 && served >= RUNS;
  record({
    id: "A8",
    figure: `${RUNS} bad answers to the built extension, workspace open, ${served} requests answered: ${thrown.length + wrong.length} crashes or errors not our own, ${lured} scripts run, ${elsewhere.length} requests to a second origin, the slowest settled after ${(longestMs / 1000).toFixed(1)} s; in Node 150 random answers for every operation (tests/unit/api/hostile-answers.test.ts)`,
    holds,
    open: "",
    place,
  });
  expect([wrong, elsewhere, thrown, lured]).toEqual([[], [], [], 0]);
  expect(served).toBeGreaterThanOrEqual(RUNS);
});

/** Name of the failure; `null` where the answer was good enough after all. */
async function settled(one: AttackedBrowser): Promise<string | null> {
  try {
    await one.ask("refreshContracts");
    return null;
  } catch (error) {
    return /failed: (\w+)/.exec((error as Error).message)?.[1] ?? (error as Error).message;
  }
}

async function isDrawn(page: Page): Promise<boolean> {
  await page.waitForSelector("nav", { timeout: LIMIT_MS });
  return page.evaluate(() => (document.querySelector("main")?.textContent ?? "") !== "");
}

import { rm } from "node:fs/promises";
import { expect, it } from "vitest";
import { freshProfile } from "../e2e/browser.ts";
import { openAttacked, openAttackedFirefox, PASSPHRASE } from "./attacked-browser.ts";
import { progress, randomFrom, record, SEED, scaled } from "./figure.ts";
import { createKillRun, type KillRun, pause, type WriteKind } from "./kill-run.ts";

const WORKER_KILLS = scaled(300);
const EVENT_PAGE_DEATHS = scaled(100);
const BROWSER_KILLS = scaled(30);
const ALL = WORKER_KILLS + EVENT_PAGE_DEATHS + BROWSER_KILLS;
/** A killed worker never answers; what the next one answers later counts as well. */
const ANSWER_MS = 500;
const CHECK_EVERY = 10;
const told = progress("A3", ALL);

it("loses nothing it has acknowledged, whenever it is killed", async () => {
  const random = randomFrom(SEED);
  const [inChromium, place] = await chromiumKills(random);
  const [inFirefox, otherPlace] = await firefoxDeaths(random);
  const wrong = [...inChromium.wrong, ...inFirefox.wrong];
  const saves = inChromium.acknowledged().saves + inFirefox.acknowledged().saves;
  const imports = inChromium.acknowledged().imports + inFirefox.acknowledged().imports;
  record({
    id: "A3",
    figure: `${WORKER_KILLS} worker kills and ${BROWSER_KILLS} SIGKILLs of Chromium, ${EVENT_PAGE_DEATHS} event-page deaths of Firefox, in the middle of saves, imports and changes of the passphrase and the vault key; ${saves} saves and ${imports} imports acknowledged: ${wrong.length} times something was lost, doubled, halved, damaged or did not open`,
    holds: wrong.length === 0 && saves > 0,
    open: "",
    place: `${place}, ${otherPlace}`,
  });
  expect(wrong).toEqual([]);
  expect(saves).toBeGreaterThan(0);
});

async function chromiumKills(random: (below: number) => number): Promise<[KillRun, string]> {
  const profile = await freshProfile();
  let browser = await openAttacked(profile);
  const place = await browser.chromium.browser.version();
  await browser.ask("createVault", PASSPHRASE);
  const books = createKillRun(random);
  for (let run = 1; run <= WORKER_KILLS; run++) {
    const kind = kindOf(run);
    await books.saveInPeace(browser);
    const writing = books.start(browser, kind);
    await books.waitInto(kind);
    await browser.chromium.killWorker();
    await Promise.race([writing, pause(ANSWER_MS)]);
    if (isKeyChange(kind)) await books.unlock(browser);
    if (run % CHECK_EVERY === 0) await books.check(browser, `worker kill ${run}`);
    told(run);
  }
  for (let run = 1; run <= BROWSER_KILLS; run++) {
    const kind = kindOf(run);
    await books.saveInPeace(browser);
    const writing = books.start(browser, kind);
    await books.waitInto(kind);
    const child = browser.chromium.browser.process();
    const gone = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGKILL");
    await gone;
    await Promise.race([writing, pause(ANSWER_MS)]);
    browser = await openAttacked(profile);
    await books.unlock(browser);
    await books.check(browser, `browser kill ${run}`);
    told(WORKER_KILLS + run);
  }
  await browser.chromium.close();
  await rm(profile, { recursive: true, force: true });
  return [books, place];
}

async function firefoxDeaths(random: (below: number) => number): Promise<[KillRun, string]> {
  const browser = await openAttackedFirefox();
  await browser.ask("createVault", PASSPHRASE);
  const books = createKillRun(random);
  for (let run = 1; run <= EVENT_PAGE_DEATHS; run++) {
    const kind = kindOf(run);
    await books.saveInPeace(browser);
    const writing = books.start(browser, kind);
    await books.waitInto(kind);
    await browser.firefox.killWorker();
    await Promise.race([writing, pause(ANSWER_MS)]);
    if (isKeyChange(kind)) await books.unlock(browser);
    if (run % CHECK_EVERY === 0 || run === EVENT_PAGE_DEATHS)
      await books.check(browser, `event page's death ${run}`);
    told(WORKER_KILLS + BROWSER_KILLS + run);
  }
  await browser.firefox.close();
  return [books, browser.place];
}

/** Mostly saves; every write has its turn also in a short run. */
function kindOf(run: number): WriteKind {
  if (run % 10 === 3 || run % 10 === 8) return "import";
  if (run % 10 === 5) return "passphrase";
  return run % 20 === 2 ? "vault-key" : "save";
}

function isKeyChange(kind: WriteKind): boolean {
  return kind === "passphrase" || kind === "vault-key";
}

import type { Page } from "puppeteer-core";
import type { Figure, Growth, Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { timePopup } from "../popup-opening.ts";
import { medianOf } from "../samples.ts";
import { LINEAR } from "../target.ts";
import { timeUnlock } from "../unlock-run.ts";
import { benchKeys, ensureOpen } from "../vault-filling.ts";
import type { FilledStage, World } from "../world.ts";

const SIZES = [100, 1_000, 10_000];
const SEARCHES = 12;
const FEW_RUNS = 3;
/** What a page does behind its first picture has ended by then. */
const SETTLES_MS = 2_500;
const ONE_FRAME_MS = 16.7;

/** More and more keys: a search in the popup's page, what that page holds in memory, unlocking and opening. */
export async function largeVault(world: World): Promise<Results> {
  const stage = await world.extra((await world.rows()).port, 0);
  const figures: Figure[] = [];
  const growth = (name: string, unit: Growth["unit"] = "ms"): Growth => ({
    name,
    unit,
    medians: [],
    target: LINEAR,
  });
  const searching = growth("a name typed → the list answers");
  const bare: Growth = { name: "the same words found in bare texts", unit: "ms", medians: [] };
  const memory = growth("memory of an open popup", "MB");
  const unlocking = growth("unlock pressed → list drawn");
  const beyond = growth("unlock → list drawn, beyond Argon2id");
  const painting = growth("popup, action → first paint");
  const listing = growth("popup, action → first key can be copied");
  const derivations: number[] = [];
  await stage.vault.page.bringToFront();
  while (derivations.length < FEW_RUNS) derivations.push(await stage.vault.time("timeDerivation"));
  let count = 0;
  for (const size of SIZES) {
    await ensureOpen(stage.vault.page);
    await stage.vault.fill(benchKeys(size, Date.now()).slice(count));
    count = size;
    const { searches, floor, heapMB } = await inPopup(stage, size);
    searching.medians.push({ size, median: medianOf(searches) });
    bare.medians.push({ size, median: medianOf(floor) });
    memory.medians.push({ size, median: heapMB });
    const { openings } = await interleave(
      FEW_RUNS,
      { openings: () => timePopup(stage, true) },
      { warmUps: size === SIZES[0] ? 1 : 0 },
    );
    painting.medians.push({ size, median: medianOf(openings.map((one) => one.firstPaintMs)) });
    listing.medians.push({
      size,
      median: medianOf(openings.map(({ listMs }) => listMs ?? Number.NaN)),
    });
    // The first unlock also finds that the background has never seen these keys, and is thrown away.
    const { unlocks } = await interleave(size === 10_000 ? 2 : FEW_RUNS, {
      unlocks: () => timeUnlock(stage),
    });
    const unlockedMs = medianOf(unlocks.map(({ drawnMs }) => drawnMs));
    unlocking.medians.push({ size, median: unlockedMs });
    beyond.medians.push({ size, median: Math.max(1, unlockedMs - medianOf(derivations)) });
    if (size === 10_000)
      figures.push({
        name: "search among 10,000 keys: name typed → list in the document",
        unit: "ms",
        ours: searches,
        floor,
        floorIs: "the words looked for in as many bare texts",
        target: { limit: "absolute", most: ONE_FRAME_MS, words: "one frame" },
      });
  }
  return { figures, growths: [searching, bare, memory, painting, listing, unlocking, beyond] };
}

async function inPopup({ chromium, targets }: FilledStage, size: number) {
  targets.runFirst(null);
  const page = await chromium.openPage("popup.html");
  try {
    await page.waitForSelector('ul[aria-label="API keys"] > li', { timeout: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
    const heapMB = await heapOf(page);
    const searches = await page.evaluate(timeSearches, SEARCHES, size);
    const floor = await page.evaluate(timeBareSearches, SEARCHES, size);
    return { searches, floor, heapMB };
  } finally {
    await page.close();
  }
}

/** After all that is garbage was collected. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

/** Runs in the popup: each search names another key; ms until the list shows that one alone. */
async function timeSearches(times: number, size: number): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  const list = document.querySelector('ul[aria-label="API keys"]');
  if (!field || !list) throw new Error("there is no search");
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const tookMs: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const words = `gateway ${String(Math.floor((size * (turn + 0.5)) / times)).padStart(5, "0")}`;
    const answered = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`nothing shows ${words}`)), 10_000);
      const observer = new MutationObserver(() => {
        if (list.children.length !== 1 || !list.textContent?.includes(words)) return;
        observer.disconnect();
        clearTimeout(late);
        resolve(performance.now());
      });
      observer.observe(list, { subtree: true, childList: true, characterData: true });
    });
    const startedAtMs = performance.now();
    write?.call(field, words);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    tookMs.push((await answered) - startedAtMs);
    write?.call(field, "");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return tookMs;
}

/** Runs in the popup: the least that a search can cost. */
function timeBareSearches(times: number, size: number): number[] {
  const texts = Array.from(
    { length: size },
    (_, at) => `backup gateway ${String(at + 1).padStart(5, "0")} api.partner.impossiblecloud.com`,
  );
  // One search in few texts is shorter than the page's clock can tell.
  const again = 20;
  return Array.from({ length: times }, (_, turn) => {
    const words = `gateway ${String(Math.floor((size * (turn + 0.5)) / times)).padStart(5, "0")}`;
    let found = 0;
    const startedAtMs = performance.now();
    for (let at = 0; at < again; at++) found += texts.filter((text) => text.includes(words)).length;
    const tookMs = (performance.now() - startedAtMs) / again;
    if (found === 0) throw new Error("nothing was found");
    return tookMs;
  });
}

import type { CDPSession, Page } from "puppeteer-core";
import type { Figure, Results } from "../figure.ts";
import { drawRows } from "../in-page/badge-rows.ts";
import { interleave } from "../interleave.ts";
import { CONSOLE_PAGE, FLOOR_PAGE } from "../rows-server.ts";
import { ensureOpen } from "../vault-filling.ts";
import type { FilledStage, World } from "../world.ts";
import { benchRows } from "./badges.ts";

const ROWS = 100;
const FEW_RUNS = 3;
/** Longer than anything we wait for before we say that something is missing. */
const SETTLES_MS = 7_000;
const WATCHED_MS = 5_000;

/** What happens in five seconds on a page that nobody touches. */
interface Idle {
  mutations: number;
  timers: number;
  scriptMs: number;
}

/** A console page with badges that is left alone, against the same page without us. */
export async function idlePage(world: World): Promise<Results> {
  const stage = await world.ours();
  await ensureOpen(stage.vault.page);
  const { ours, floor } = await interleave(FEW_RUNS, {
    ours: () => watchIdle(stage, CONSOLE_PAGE, false),
    floor: () => watchIdle(stage, FLOOR_PAGE, true),
  });
  const figure = (
    what: string,
    unit: Figure["unit"],
    of: (idle: Idle) => number,
    target?: string,
  ): Figure => ({
    name: `idle page with ${ROWS} badges, ${WATCHED_MS / 1_000} s: ${what}`,
    unit,
    ours: ours.map(of),
    floor: floor.map(of),
    floorIs: "the same page without content script",
    ...(target === undefined ? {} : { target }),
  });
  return {
    figures: [
      figure("changes of the page", "times", ({ mutations }) => mutations, "none"),
      figure("timers that fired", "times", ({ timers }) => timers, "none"),
      figure("scripts", "ms", ({ scriptMs }) => scriptMs),
    ],
    growths: [],
  };
}

async function watchIdle(
  { chromium, targets }: FilledStage,
  address: string,
  isFloor: boolean,
): Promise<Idle> {
  targets.runFirst(null);
  const page = await chromium.browser.newPage();
  try {
    await page.goto(address);
    await page.evaluate(drawRows, benchRows(ROWS), isFloor);
    await pause(SETTLES_MS);
    return await watched(page);
  } finally {
    await page.close();
  }
}

async function watched(page: Page): Promise<Idle> {
  await page.evaluate(countMutations);
  const session = await page.createCDPSession();
  await session.send("Performance.enable");
  const before = await scriptMs(session);
  await page.tracing.start({ categories: ["-*", "devtools.timeline"] });
  await pause(WATCHED_MS);
  const recorded = await page.tracing.stop();
  const after = await scriptMs(session);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(recorded)) as {
    traceEvents: { name: string; pid: number }[];
  };
  const mutations = await page.evaluate(
    () => (globalThis as unknown as { benchMutations: number }).benchMutations,
  );
  const timers = traceEvents.filter(({ name }) => name === "TimerFire").length;
  return { mutations, timers, scriptMs: after - before };
}

async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN;
  return seconds * 1_000;
}

/** Runs in the page. */
function countMutations(): void {
  const counted = globalThis as unknown as { benchMutations: number };
  counted.benchMutations = 0;
  new MutationObserver((records) => {
    counted.benchMutations += records.length;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import type { CDPSession, Page } from "puppeteer-core";
import type { Figure, Results } from "../figure.ts";
import { buildTable, drawRows } from "../in-page/badge-rows.ts";
import { pause } from "../pause.ts";
import { CONSOLE_PAGE, FLOOR_PAGE } from "../rows-server.ts";
import type { Target } from "../target.ts";
import { ensureOpen } from "../vault-filling.ts";
import type { FilledStage, World } from "../world.ts";
import { benchRows } from "./badges.ts";

const ROWS = 100;
const RUNS = 3;
/** Longer than anything we wait for before we say that something is missing. */
const SETTLES_MS = 7_000;
const WATCHED_MS = 5_000;
const NONE: Target = { limit: "absolute", most: 0, percentile: 100 };

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
  const ours = await watchIdle(stage, CONSOLE_PAGE, false);
  const floor = await watchIdle(stage, FLOOR_PAGE, true);
  const figure = (
    what: string,
    unit: Figure["unit"],
    of: (idle: Idle) => number,
    target?: Target,
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
      figure("changes of the page", "times", ({ mutations }) => mutations, NONE),
      figure("timers that fired", "times", ({ timers }) => timers, NONE),
      figure("scripts", "ms", ({ scriptMs }) => scriptMs),
    ],
    growths: [],
  };
}

/** One page for all runs: what is counted is the same in each, and settling takes longer than watching. */
async function watchIdle(
  { chromium, targets }: FilledStage,
  address: string,
  isFloor: boolean,
): Promise<Idle[]> {
  targets.runFirst(null);
  const page = await chromium.browser.newPage();
  try {
    await page.goto(address);
    await page.evaluate(buildTable, benchRows(ROWS));
    await page.evaluate(drawRows, isFloor);
    await pause(SETTLES_MS);
    const mutations = await countMutations(page);
    const runs: Idle[] = [];
    while (runs.length < RUNS) runs.push(await watched(page, mutations));
    return runs;
  } finally {
    await page.close();
  }
}

async function watched(page: Page, mutations: () => number): Promise<Idle> {
  const session = await page.createCDPSession();
  await session.send("Performance.enable");
  const [before, mutationsBefore] = [await scriptMs(session), mutations()];
  await page.tracing.start({ categories: ["-*", "devtools.timeline"] });
  await pause(WATCHED_MS);
  const recorded = await page.tracing.stop();
  const after = await scriptMs(session);
  await session.detach();
  return {
    mutations: mutations() - mutationsBefore,
    timers: timersIn(recorded, page),
    scriptMs: after - before,
  };
}

/** The recording is of the whole browser; a timer names the frame it belongs to. */
function timersIn(recorded: Uint8Array | undefined, page: Page): number {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(recorded)) as {
    traceEvents: { name: string; args?: { data?: { frame?: string } } }[];
  };
  if (process.env.IDLE_DEBUG)
    console.error(
      JSON.stringify(traceEvents.filter(({ name }) => /Timer/.test(name)).slice(0, 20)),
    );
  const frame = (page.mainFrame() as unknown as { _id: string })._id;
  return traceEvents.filter(({ name, args }) => name === "TimerFire" && args?.data?.frame === frame)
    .length;
}

async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN;
  return seconds * 1_000;
}

/** By the browser's own list of nodes, which holds closed shadow roots as well. */
async function countMutations(page: Page): Promise<() => number> {
  const session = await page.createCDPSession();
  let count = 0;
  const changed = [
    "DOM.childNodeInserted",
    "DOM.childNodeRemoved",
    "DOM.attributeModified",
    "DOM.attributeRemoved",
    "DOM.characterDataModified",
    "DOM.shadowRootPushed",
    "DOM.shadowRootPopped",
  ] as const;
  for (const event of changed)
    session.on(event, () => {
      count += 1;
    });
  await session.send("DOM.enable");
  // Only nodes that were told of once are watched.
  await session.send("DOM.getDocument", { depth: -1, pierce: true });
  return () => count;
}

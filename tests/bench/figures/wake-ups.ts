import type { Page } from "puppeteer-core";
import { ask } from "../ask-background.ts";
import type { Figure, Results } from "../figure.ts";
import { buildTable, drawRows } from "../in-page/badge-rows.ts";
import { pause } from "../pause.ts";
import { CONSOLE_PAGE } from "../rows-server.ts";
import { ensureOpen } from "../vault-filling.ts";
import { LIVES_MS, type WorkerWatch, watchWorker } from "../worker-starts.ts";
import type { FilledStage, World } from "../world.ts";
import { benchRows } from "./badges.ts";

const ROWS = 100;
/** What is done after a page was opened, a vault unlocked or locked has ended by then. */
const SETTLES_MS = 6_000;
const WATCHED_MS = 50_000;
const LOOK_MS = 500;

/** The worker left dead, console page open, popup shut: whether anything but an alarm that is due starts it. */
export async function wakeUps(world: World): Promise<Results> {
  const stage = await world.ours();
  const { chromium, targets, vault } = stage;
  await ensureOpen(vault.page);
  targets.runFirst(null);
  const page = await chromium.browser.newPage();
  try {
    await page.goto(CONSOLE_PAGE);
    await page.evaluate(buildTable, benchRows(ROWS));
    await page.evaluate(drawRows, false);
    const open = await watched(stage, "open");
    await ask(vault.page, "lock");
    const locked = await watched(stage, "locked");
    return { figures: [open, locked], growths: [] };
  } finally {
    await page.close();
    await ensureOpen(vault.page);
  }
}

interface Alarm {
  name: string;
  scheduledTime: number;
}

async function watched(stage: FilledStage, state: "open" | "locked"): Promise<Figure> {
  const { vault } = stage;
  await pause(SETTLES_MS);
  const worker = await watchWorker(stage);
  await worker.end();
  const [fromMs, startsBefore] = [Date.now(), worker.starts()];
  const due = new Set<string>();
  let alarms = await alarmsOf(vault.page);
  const names = new Set<string>();
  while (Date.now() < fromMs + WATCHED_MS) {
    await pause(LOOK_MS);
    const seen = alarms;
    for (const { name, scheduledTime } of seen) {
      names.add(`${name} in ${((scheduledTime - fromMs) / 60_000).toFixed(0)} min`);
      if (scheduledTime <= Date.now()) due.add(`${name} ${scheduledTime}`);
    }
    alarms = await alarmsOf(vault.page);
  }
  const starts = worker.starts() - startsBefore;
  await provesSight(worker, vault.page);
  await worker.stop();
  return {
    name: `worker left dead for ${WATCHED_MS / 1_000} s, vault ${state}: starts beyond due alarms`,
    unit: "times",
    ours: [Math.max(0, starts - due.size)],
    floor: [],
    floorIs: "",
    target: { limit: "absolute", most: 0 },
    note: `${starts} starts, ${due.size} alarms due; alarms there were: ${[...names].join(", ") || "none"}`,
  };
}

/** A count of none is worth something only where a start would have been seen. */
async function provesSight(worker: WorkerWatch, page: Page): Promise<void> {
  await pause(LIVES_MS + LOOK_MS);
  const before = worker.starts();
  await ask(page, "resumeCreation");
  await pause(LOOK_MS);
  if (worker.starts() !== before + 1) throw new Error("a worker that was woken was not counted");
}

/** Asked of the browser by a page; no worker is needed for it. */
function alarmsOf(page: Page): Promise<Alarm[]> {
  return page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { alarms: { getAll(): Promise<Alarm[]> } } }
    ).chrome.alarms.getAll(),
  );
}

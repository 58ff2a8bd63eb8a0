import type { Page } from "puppeteer-core";
import { ask } from "../ask-background.ts";
import type { Figure, Growth, Results } from "../figure.ts";
import {
  answerChanges,
  type BenchRow,
  buildTable,
  changeRow,
  type DrawTimes,
  drawRows,
} from "../in-page/badge-rows.ts";
import { interleave } from "../interleave.ts";
import { type TaskTimes, traceTasks } from "../long-tasks.ts";
import { CONSOLE_PAGE, FLOOR_PAGE } from "../rows-server.ts";
import { medianOf } from "../samples.ts";
import { LINEAR, type Target } from "../target.ts";
import { benchKeys, ensureOpen } from "../vault-filling.ts";
import type { FilledStage, World } from "../world.ts";

const SIZES = [100, 1_000, 10_000];
/** The size that is looked at more closely. */
const LISTED = 1_000;
const FEW_RUNS = 4;
/** The largest list takes seconds for each of its drawings; what it would warm up is warm by then. */
const LARGEST = { runs: 3, warmUps: 0 };
/** What was drawn with the vault open has warmed the rest up. */
const WARM = { warmUps: 0 };
/** In each page that was drawn. */
const CHANGES = 3;
/** The page is left alone so long before anything is measured in it. */
const QUIET_MS = 400;
/** By then the vault's marks are drawn, and the background was told of a list that is whole. */
const AFTERWARDS_MS = 2_200;

/** While the vault is locked, the rows cannot be compared with the keys in it. */
type VaultState = "open" | "locked";

/** A table that was drawn, and then changes in rows of it. */
interface Drawn extends DrawTimes {
  changesMs: number[];
}

/** Badges of the production content script against a loop that appends one span per row. */
export async function badges(world: World): Promise<Results> {
  const stage = await world.ours();
  await ensureOpen(stage.vault.page);
  const figures: Figure[] = [];
  const drawing: Growth = {
    name: "badges of all rows, painted",
    unit: "ms",
    medians: [],
    target: LINEAR,
  };
  const floors: Growth = { name: "one span per row, painted", unit: "ms", medians: [] };
  const changing: Growth = {
    name: "one changed row → its badge",
    unit: "ms",
    medians: [],
    // A millisecond more or less is what the clock of a page can tell.
    target: { limit: "spread", most: 2 },
  };
  for (const size of SIZES) {
    const rows = benchRows(size);
    const { runs, warmUps } = runsFor(size, world.runs);
    const { ours, floor } = await interleave(
      runs,
      {
        ours: () => drawAndChange(stage, CONSOLE_PAGE, rows),
        floor: () => drawAndChange(stage, FLOOR_PAGE, rows),
      },
      { warmUps },
    );
    const painted = (all: Drawn[]) => medianOf(all.map(({ paintedMs }) => paintedMs));
    const changes = ours.flatMap(({ changesMs }) => changesMs);
    drawing.medians.push({ size, median: painted(ours) });
    floors.medians.push({ size, median: painted(floor) });
    changing.medians.push({ size, median: medianOf(changes) });
    const many = size.toLocaleString("en");
    if (size === LISTED)
      figures.push(...drawnFigures("open", ours, floor), ...(await taskFigures(stage, "open")));
    figures.push({
      name: `one changed row of ${many} → its badge`,
      unit: "ms",
      ours: changes,
      floor: floor.flatMap(({ changesMs }) => changesMs),
      floorIs: "an observer that rewrites the span in the next turn",
    });
  }
  figures.push(...(await whileLocked(stage, world.runs)));
  return { figures, growths: [drawing, floors, changing] };
}

/** The same list, drawn while nothing of the vault can be read. */
async function whileLocked(stage: FilledStage, runs: number): Promise<Figure[]> {
  await ask(stage.vault.page, "lock");
  const rows = benchRows(LISTED);
  const { ours, floor } = await interleave(
    runs,
    {
      ours: () => inPage(stage, CONSOLE_PAGE, (page) => draw(page, rows, false)),
      floor: () => inPage(stage, FLOOR_PAGE, (page) => draw(page, rows, true)),
    },
    WARM,
  );
  const figures = [...drawnFigures("locked", ours, floor), ...(await taskFigures(stage, "locked"))];
  await ensureOpen(stage.vault.page);
  return figures;
}

function drawnFigures(state: VaultState, ours: DrawTimes[], floor: DrawTimes[]): Figure[] {
  const figure = (
    what: string,
    floorIs: string,
    of: (drawn: DrawTimes) => number,
    target?: Target,
  ): Figure => ({
    name: `${listed(state)}: table appears → last badge ${what}`,
    unit: "ms",
    ours: ours.map(of),
    floor: floor.map(of),
    floorIs,
    ...(target === undefined ? {} : { target }),
  });
  return [
    figure("painted", "a loop that appends one span per row", ({ paintedMs }) => paintedMs, {
      limit: "ratio",
      most: 3,
    }),
    figure(
      "in the document",
      "the same loop, in the turn that brings the table",
      ({ lastBadgeMs }) => lastBadgeMs,
    ),
  ];
}

function listed(state: VaultState): string {
  return `badges, ${LISTED.toLocaleString("en")} rows${state === "locked" ? ", vault locked" : ""}`;
}

function runsFor(size: number, runs: number): { runs: number; warmUps: number } {
  if (size === 10_000) return LARGEST;
  return { runs: size === LISTED ? runs : FEW_RUNS, warmUps: 1 };
}

function drawAndChange(stage: FilledStage, address: string, rows: BenchRow[]): Promise<Drawn> {
  const isFloor = address === FLOOR_PAGE;
  return inPage(stage, address, async (page) => {
    const drawn = await draw(page, rows, isFloor);
    if (isFloor) await page.evaluate(answerChanges);
    return { ...drawn, changesMs: await timeChanges(page, rows.length) };
  });
}

async function draw(page: Page, rows: BenchRow[], isFloor: boolean): Promise<DrawTimes> {
  await page.evaluate(buildTable, rows);
  return page.evaluate(drawRows, isFloor);
}

async function taskFigures(stage: FilledStage, state: VaultState): Promise<Figure[]> {
  const rows = benchRows(LISTED);
  const traced = (address: string, isFloor: boolean) => () =>
    inPage(stage, address, async (page) => {
      await page.evaluate(buildTable, rows);
      return traceTasks(page, async () => {
        await page.evaluate(drawRows, isFloor);
        await pause(AFTERWARDS_MS);
      });
    });
  const mine = traced(CONSOLE_PAGE, false);
  // The floor knows no vault: once is enough.
  const { ours, floor } =
    state === "open"
      ? await interleave(FEW_RUNS, { ours: mine, floor: traced(FLOOR_PAGE, true) })
      : { ...(await interleave(FEW_RUNS, { ours: mine }, WARM)), floor: [] };
  const figure = (what: string, of: (times: TaskTimes) => number, target?: Target): Figure => ({
    name: `${listed(state)}: ${what}`,
    unit: "ms",
    ours: ours.map(of),
    floor: floor.map(of),
    floorIs: "the page with the loop",
    note: "the table's arrival included, its building not; recording makes tasks longer",
    ...(target === undefined ? {} : { target }),
  });
  return [
    figure("longest task that draws no frame", ({ longestMs }) => longestMs, {
      limit: "absolute",
      most: 50,
    }),
    figure("scripts altogether", ({ scriptMs }) => scriptMs),
    figure("style, layout and paint altogether", ({ renderMs }) => renderMs),
  ];
}

async function timeChanges(page: Page, size: number): Promise<number[]> {
  const tookMs: number[] = [];
  for (let turn = 0; turn < CHANGES; turn++) {
    await pause(QUIET_MS);
    const at = Math.floor((size * (turn + 0.5)) / CHANGES);
    tookMs.push(
      await page.evaluate(changeRow, at, dateText(Date.now() + (40 + turn) * 86_400_000)),
    );
  }
  // The first change after a big drawing still meets what that drawing left behind.
  return tookMs.slice(1);
}

async function inPage<T>(
  { chromium, targets }: FilledStage,
  address: string,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  targets.runFirst(null);
  const page = await chromium.browser.newPage();
  try {
    await page.goto(address);
    await pause(QUIET_MS);
    return await act(page);
  } finally {
    await page.close();
  }
}

/** Rows of a console's list of keys, as text. */
export function benchRows(count: number): BenchRow[] {
  return benchKeys(count, Date.now()).map(({ description, createdAtMs, validUntilMs }) => ({
    description,
    validUntil: dateText(validUntilMs),
    createdAt: dateText(createdAtMs),
  }));
}

/** As the local console writes dates: 23 Nov 2026, 14:05. */
function dateText(ms: number): string {
  return new Date(ms)
    .toLocaleString("en-GB", {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    })
    .replace("Sept", "Sep");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

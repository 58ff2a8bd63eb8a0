import type { Page } from "puppeteer-core";
import { type Figure, type Growth, medianOf, type Results } from "../figure.ts";
import { answerChanges, type BenchRow, changeRow, drawRows } from "../in-page/badge-rows.ts";
import { interleave } from "../interleave.ts";
import { type TaskTimes, traceTasks } from "../long-tasks.ts";
import { CONSOLE_PAGE, FLOOR_PAGE } from "../rows-server.ts";
import { benchKeys, ensureOpen } from "../vault-filling.ts";
import type { FilledStage, World } from "../world.ts";

const SIZES = [100, 1_000, 10_000];
const FEW_RUNS = 5;
const CHANGES = 8;
/** The page is left alone so long before anything is measured in it. */
const QUIET_MS = 400;

/** Badges of the production content script against a loop that appends one span per row. */
export async function badges(world: World): Promise<Results> {
  const stage = await world.ours();
  await ensureOpen(stage.vault.page);
  const figures: Figure[] = [];
  const drawing: Growth = { name: "badges of all rows, painted", unit: "ms", medians: [] };
  const floors: Growth = { name: "one span per row, painted", unit: "ms", medians: [] };
  const changing: Growth = { name: "one changed row → its badge", unit: "ms", medians: [] };
  for (const size of SIZES) {
    const rows = benchRows(size);
    const { ours, floor } = await interleave(size === 1_000 ? world.runs : FEW_RUNS, {
      ours: () => inPage(stage, CONSOLE_PAGE, (page) => page.evaluate(drawRows, rows, false)),
      floor: () => inPage(stage, FLOOR_PAGE, (page) => page.evaluate(drawRows, rows, true)),
    });
    const painted = [ours, floor].map((all) => all.map(({ paintedMs }) => paintedMs));
    const [oursPainted = [], floorPainted = []] = painted;
    drawing.medians.push({ size, median: medianOf(oursPainted) });
    floors.medians.push({ size, median: medianOf(floorPainted) });
    const changes = await inPage(stage, CONSOLE_PAGE, async (page) => {
      await page.evaluate(drawRows, rows, false);
      return timeChanges(page, size);
    });
    changing.medians.push({ size, median: medianOf(changes) });
    const many = size.toLocaleString("en");
    if (size === 1_000)
      figures.push(
        {
          name: `badges, ${many} rows: table appears → last badge painted`,
          unit: "ms",
          ours: oursPainted,
          floor: floorPainted,
          floorIs: "a loop that appends one span per row",
          target: "≤ 3 ×",
        },
        {
          name: `badges, ${many} rows: table appears → last badge in the document`,
          unit: "ms",
          ours: ours.map(({ lastBadgeMs }) => lastBadgeMs),
          floor: floor.map(({ lastBadgeMs }) => lastBadgeMs),
          floorIs: "the same loop, in the turn that brings the table",
        },
        ...(await taskFigures(stage, rows)),
      );
    figures.push({
      name: `one changed row of ${many} → its badge`,
      unit: "ms",
      ours: changes,
      floor: await inPage(stage, FLOOR_PAGE, async (page) => {
        await page.evaluate(drawRows, rows, true);
        await page.evaluate(answerChanges);
        return timeChanges(page, size);
      }),
      floorIs: "an observer that rewrites the span in the next turn",
      target: "same at every size",
    });
  }
  return { figures, growths: [drawing, floors, changing] };
}

async function taskFigures(stage: FilledStage, rows: BenchRow[]): Promise<Figure[]> {
  const traced = (address: string, isFloor: boolean) => () =>
    inPage(stage, address, (page) =>
      traceTasks(page, async () => {
        await page.evaluate(drawRows, rows, isFloor);
        await pause(QUIET_MS);
      }),
    );
  const { ours, floor } = await interleave(FEW_RUNS, {
    ours: traced(CONSOLE_PAGE, false),
    floor: traced(FLOOR_PAGE, true),
  });
  const figure = (what: string, of: (times: TaskTimes) => number, target?: string): Figure => ({
    name: `badges, 1,000 rows: ${what}`,
    unit: "ms",
    ours: ours.map(of),
    floor: floor.map(of),
    floorIs: "the page with the loop",
    note: "the page's own table included; recording makes tasks longer",
    ...(target === undefined ? {} : { target }),
  });
  return [
    figure("longest task that draws no frame", ({ longestMs }) => longestMs, "≤ 50 ms"),
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

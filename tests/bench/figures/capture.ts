import type { Page } from "puppeteer-core";
import { createKey, signIn } from "../../e2e/console-page.ts";
import { captureBecomes } from "../../e2e/our-marks.ts";
import type { Figure, Results } from "../figure.ts";
import { type CaptureTimes, watchCapture } from "../in-page/capture-times.ts";
import { interleave } from "../interleave.ts";
import { pause } from "../pause.ts";
import { percentile } from "../samples.ts";
import { ensureOpen } from "../vault-filling.ts";
import type { World } from "../world.ts";

const RECORDS = 200;
const LEAST_CAPTURES = 20;
/** A page that shows more than ten new keys in a minute is not believed; each load counts anew. */
const MOST_IN_ONE_LOAD = 8;
const SETTLES_MS = 500;
const DAY_MS = 86_400_000;

/** Keys created in the local console and saved with a real click, against one durable write. */
export async function capture(world: World): Promise<Results> {
  const { port, control } = await world.icmc();
  control.settings.idleMs = 3_600_000;
  const stage = await world.extra(port, RECORDS);
  const page = await stage.chromium.openConsole("/api_keys");
  await signIn(page);
  await ensureOpen(stage.vault.page);
  let number = 0;
  const { ours, floor } = await interleave(Math.max(LEAST_CAPTURES, world.runs), {
    ours: () => captureOne(page, ++number),
    floor: async () => {
      const put = await stage.vault.time("timeStrictPut");
      return { heldMs: put, savedMs: put };
    },
  });
  const figure = (name: string, of: (times: CaptureTimes) => number): Figure => {
    const sorted = ours.map(of).toSorted((a, b) => a - b);
    return {
      name: `capture with ${RECORDS} records: ${name}`,
      unit: "ms",
      ours: ours.map(of),
      floor: floor.map(of),
      floorIs: "one strict IndexedDB put of 1 KiB",
      target: { limit: "absolute", most: 300, percentile: 95 },
      note: `95th percentile ${percentile(sorted, 95).toFixed(1)} ms`,
    };
  };
  return {
    figures: [
      figure("token readable → held", ({ heldMs }) => heldMs),
      figure("click → saved", ({ savedMs }) => savedMs),
    ],
    growths: [],
  };
}

async function captureOne(page: Page, number: number): Promise<CaptureTimes> {
  await page.bringToFront();
  if (number % MOST_IN_ONE_LOAD === 0) {
    await page.reload();
    await page.waitForSelector("tbody tr");
    await pause(SETTLES_MS);
  }
  await page.evaluate(watchCapture);
  await createKey(page, `Captured ${number}`, new Date(Date.now() + (30 + number) * DAY_MS));
  await captureBecomes(page, "held");
  const button = await page.waitForSelector(">>> [data-icmc-save] >>> button", { visible: true });
  await button?.click();
  const times = await page.evaluate(
    () => (globalThis as unknown as { benchCapture: Promise<CaptureTimes> }).benchCapture,
  );
  await page.keyboard.press("Escape");
  await captureBecomes(page, null);
  await page.waitForSelector("tbody tr");
  return times;
}

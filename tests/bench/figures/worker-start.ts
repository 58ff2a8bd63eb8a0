import type { Page } from "puppeteer-core";
import type { Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { quietPage, type Stage } from "../stage.ts";
import type { World } from "../world.ts";

/** A dead worker is woken by a message it has no answer to. */
export async function workerStart(world: World): Promise<Results> {
  const [ours, bare] = [await world.ours(), await world.bare()];
  const barePage = await quietPage(bare);
  const { mine, floor } = await interleave(world.runs, {
    mine: () => timeWaking(ours, ours.vault.page),
    floor: () => timeWaking(bare, barePage),
  });
  await barePage.close();
  return {
    figures: [
      {
        name: "worker: message to a dead worker → settled",
        unit: "ms",
        ours: mine,
        floor,
        floorIs: "bare worker with one listener",
        target: { limit: "ratio", most: 1.5 },
      },
    ],
    growths: [],
  };
}

async function timeWaking({ chromium }: Stage, page: Page): Promise<number> {
  await chromium.killWorker();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return page.evaluate(wake);
}

async function wake(): Promise<number> {
  const { runtime } = (
    globalThis as unknown as { chrome: { runtime: { sendMessage(of: unknown): Promise<unknown> } } }
  ).chrome;
  const startedAtMs = performance.now();
  // Nobody answers; whether that counts as a failure differs between listeners.
  await Promise.allSettled([runtime.sendMessage({ type: "wake" })]);
  return performance.now() - startedAtMs;
}

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { freshProfile } from "../e2e/browser.ts";
import { screenshot } from "../e2e/screenshot.ts";
import { startIcmc } from "./server.ts";
import { runSteps } from "./step-runner.ts";
import { tourConsole } from "./tour-console.ts";
import { openStage, type Stage } from "./tour-stage.ts";
import { tourSteps } from "./tour-steps.ts";

/** Where the pictures go. */
const TOUR_FOLDER = join(import.meta.dirname, "..", "..", ".output", "tour");

export interface TourOptions {
  variant: string;
  say(line: string): void;
}

/**
 * Walks the main job as a person would: mouse, keyboard, the real toolbar popup, and a restart of
 * the browser in the middle. Pictures are left in `.output/tour/`.
 *
 * @returns Whether every step held.
 */
export async function walkTour({ variant, say }: TourOptions): Promise<boolean> {
  await rm(TOUR_FOLDER, { recursive: true, force: true });
  const icmc = await startIcmc({ variant });
  const profile = await freshProfile();
  let stage: Stage | null = null;
  try {
    stage = await openStage(icmc, profile, TOUR_FOLDER);
    const held = await runSteps(tourSteps(stage, tourConsole(stage, variant)), {
      say,
      clockMs: () => performance.now(),
      onFailure: () => lastPictures(stage, say),
    });
    say(`  Pictures: ${TOUR_FOLDER}`);
    return held;
  } finally {
    await stage?.chromium.close();
    await icmc.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** What every open page showed when a step failed. */
async function lastPictures(stage: Stage | null, say: (line: string) => void): Promise<void> {
  const pages = (await stage?.chromium.browser.pages()) ?? [];
  for (const [at, page] of pages.entries()) {
    if (page.url() === "about:blank") continue;
    await screenshot(page, join(TOUR_FOLDER, `failed-${at}.png`));
  }
  for (const error of stage?.chromium.errors() ?? []) say(`  page error: ${error}`);
}

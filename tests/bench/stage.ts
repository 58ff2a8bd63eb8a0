import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { launchChromium, type TestChromium } from "../e2e/chromium.ts";
import { holdNewTargets, type NewTargets } from "./new-targets.ts";

/** A browser with one extension, and an empty page in front of it. */
export interface Stage {
  chromium: TestChromium;
  front: Page;
  targets: NewTargets;
  close(): Promise<void>;
}

/** The folder is copied first, so that a build in the middle of a run mixes nothing. */
export async function openStage(bundle: string, port: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "icmc-bench-"));
  await cp(bundle, folder, { recursive: true });
  const remove = () => rm(folder, { recursive: true, force: true });
  const chromium = await launchChromium({ port, bundle: folder }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const targets = await holdNewTargets(chromium.browser);
  const front = (await chromium.browser.pages())[0] ?? (await chromium.browser.newPage());
  return {
    chromium,
    front,
    targets,
    close: async () => {
      await chromium.close();
      await remove();
    },
  };
}

/**
 * A page of the extension's own origin that runs none of its code: what is measured in it is
 * measured alone. The caller closes it.
 */
export async function quietPage({ chromium }: Stage): Promise<Page> {
  const page = await chromium.openPage("manifest.json");
  return page;
}

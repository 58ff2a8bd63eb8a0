import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { launchBrowser, type TestBrowser } from "../e2e/browser.ts";
import { screenshot } from "../e2e/screenshot.ts";
import type { Icmc } from "./server.ts";

/** What the steps of the tour share. */
export interface Stage {
  icmc: Icmc;
  chromium: TestBrowser;
  /** The console's tab. */
  console: Page;
  /** Closes everything and starts the browser again with the same profile. */
  restart(): Promise<void>;
  /** Leaves a picture in the light and in the dark scheme. */
  picture(page: Page, name: string): Promise<void>;
}

export async function openStage(icmc: Icmc, profile: string, folder: string): Promise<Stage> {
  const open = async () => {
    const chromium = await launchBrowser({ port: icmc.port, profile });
    return { chromium, console: await chromium.openConsole("/api_keys") };
  };
  const stage: Stage = {
    icmc,
    ...(await open()),
    restart: async () => {
      await stage.chromium.close();
      Object.assign(stage, await open());
    },
    picture: async (page, name) => {
      for (const scheme of ["light", "dark"] as const) {
        const suffix = scheme === "light" ? "" : "-dark";
        await screenshot(page, join(folder, `${name}${suffix}.png`), scheme);
      }
    },
  };
  return stage;
}

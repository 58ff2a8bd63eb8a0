import type { Page } from "puppeteer-core";
import { type ProbeTimes, probe } from "./popup-probe.ts";
import type { Stage } from "./stage.ts";

export interface PopupOpening {
  /** From the click on the toolbar to the popup's document beginning to load. */
  documentMs: number;
  firstPaintMs: number;
  firstControlMs: number;
  firstControl: string;
  /** `null` where no list was waited for. */
  listMs: number | null;
}

/** Opens the real toolbar popup, waits until it can be used, and closes it. All times since the action. */
export async function timePopup(stage: Stage, waitsForList: boolean): Promise<PopupOpening> {
  const { popup, triggeredAtMs } = await openProbed(stage, waitsForList);
  const times = await popup.evaluate(
    () => (globalThis as unknown as { benchTimes: Promise<ProbeTimes> }).benchTimes,
  );
  await closed(popup);
  const documentMs = times.timeOrigin - triggeredAtMs;
  return {
    documentMs,
    firstPaintMs: documentMs + times.firstPaintMs,
    firstControlMs: documentMs + times.firstControlMs,
    firstControl: times.firstControl,
    listMs: times.listMs === null ? null : documentMs + times.listMs,
  };
}

async function openProbed({ chromium, front, targets }: Stage, waitsForList: boolean) {
  const { browser, extension } = chromium;
  await front.bringToFront();
  targets.runFirst(`(${probe.toString()})(${waitsForList})`);
  const appears = browser.waitForTarget(
    (target) =>
      target.url().startsWith(`chrome-extension://${extension.id}/`) &&
      target.url().includes(".html") &&
      !target.url().includes("offscreen"),
    { timeout: 20_000 },
  );
  // The popup's clock and this one are the machine's own.
  const triggeredAtMs = performance.timeOrigin + performance.now();
  await front.triggerExtensionAction(extension);
  const popup = await (await appears).asPage();
  return { popup, triggeredAtMs };
}

async function closed(page: Page): Promise<void> {
  const gone = new Promise((resolve) => page.once("close", resolve));
  await page.close();
  await gone;
  // What the extension does after its popup went must not fall on the next one.
  await new Promise((resolve) => setTimeout(resolve, 150));
}

import type { Page } from "puppeteer-core";
import { byLabel, byRole } from "../e2e/find.ts";
import { ask } from "./ask-background.ts";
import { PASSPHRASE } from "./vault-filling.ts";
import type { FilledStage } from "./world.ts";

/** Since the press. */
export interface UnlockTimes {
  /** The background hands the key to the views, or says that they find it. */
  openMs: number;
  drawnMs: number;
}

/** Unlocks in the real popup. */
export async function timeUnlock({
  chromium,
  front,
  targets,
  vault,
}: FilledStage): Promise<UnlockTimes> {
  await ask(vault.page, "lock");
  targets.runFirst(null);
  await front.bringToFront();
  const popup = await chromium.openPopup();
  const field = await byLabel(popup, "Passphrase");
  await field.type(PASSPHRASE);
  await popup.evaluate(watchUnlock);
  const button = await byRole(popup, "button", "Unlock");
  await button.click();
  const times = await timesIn(popup);
  await popup.close();
  return times;
}

function timesIn(popup: Page): Promise<UnlockTimes> {
  return popup.evaluate(
    () => (globalThis as unknown as { benchUnlock: Promise<UnlockTimes> }).benchUnlock,
  );
}

/** Runs in the popup: from the press to the frame with the first key. */
function watchUnlock(): void {
  const pressed = new Promise<number>((resolve) =>
    addEventListener("submit", () => resolve(performance.now()), { capture: true, once: true }),
  );
  const open = new Promise<number>((resolve) => {
    for (const name of ["vault-opening", "vault-changes"])
      new BroadcastChannel(name).onmessage = () => resolve(performance.now());
  });
  const drawn = new Promise<number>((resolve) => {
    const look = () => {
      if (!document.querySelector('ul[aria-label="API keys"] > li')) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    };
    look();
  });
  const took = Promise.all([pressed, open, drawn]).then(([fromMs, openAtMs, drawnAtMs]) => ({
    openMs: openAtMs - fromMs,
    drawnMs: drawnAtMs - fromMs,
  }));
  Object.assign(globalThis, { benchUnlock: took });
}

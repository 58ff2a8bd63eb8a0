import type { Page } from "puppeteer-core";
import { byLabel, byRole } from "../e2e/find.ts";
import { ask } from "./ask-background.ts";
import { PASSPHRASE } from "./vault-filling.ts";
import type { FilledStage } from "./world.ts";

/** Since the background said that the vault is open. */
export interface Shown {
  ms: number;
  frames: number;
}

/** Unlocks in the popup's page, on its place of contracts. */
export async function timeSnapshot({ chromium, targets, vault }: FilledStage): Promise<Shown> {
  await ask(vault.page, "lock");
  targets.runFirst(null);
  const popup = await chromium.openPage("popup.html#/contracts");
  try {
    await (await byLabel(popup, "Passphrase")).type(PASSPHRASE);
    await popup.evaluate(watchContracts);
    await (await byRole(popup, "button", "Unlock")).click();
    return await shownIn(popup);
  } finally {
    await popup.close();
  }
}

function shownIn(popup: Page): Promise<Shown> {
  return popup.evaluate(
    () => (globalThis as unknown as { benchContracts: Promise<Shown> }).benchContracts,
  );
}

/** Runs in the popup. */
function watchContracts(): void {
  const shown = new Promise<Shown>((resolve) => {
    new BroadcastChannel("vault-changes").onmessage = ({ currentTarget }) => {
      (currentTarget as BroadcastChannel).close();
      const openMs = performance.now();
      let frames = 0;
      const look = () => {
        frames += 1;
        if (document.querySelector('ul[aria-label="Contracts"] > li'))
          resolve({ ms: performance.now() - openMs, frames });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
  });
  Object.assign(globalThis, { benchContracts: shown });
}

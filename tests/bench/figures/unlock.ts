import type { Page } from "puppeteer-core";
import { byLabel, byRole } from "../../e2e/find.ts";
import { ask } from "../ask-background.ts";
import type { Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { ensureOpen, PASSPHRASE } from "../vault-filling.ts";
import { type FilledStage, KEYS, type World } from "../world.ts";

/** From pressing *Unlock* to the list of 1,000 keys, against Argon2id alone. */
export async function unlock(world: World): Promise<Results> {
  const stage = await world.ours();
  const { ours, floor } = await interleave(world.runs, {
    ours: () => timeUnlock(stage),
    floor: async () => {
      // A page behind others gets less of the processor than the worker that derives for us.
      await stage.vault.page.bringToFront();
      return stage.vault.time("timeDerivation");
    },
  });
  await ensureOpen(stage.vault.page);
  return {
    figures: [
      {
        name: `unlock with ${KEYS.toLocaleString("en")} keys: pressed → list drawn`,
        unit: "ms",
        ours,
        floor,
        floorIs: "Argon2id alone, same parameters, loading it included",
        target: "≤ floor + 50 ms",
      },
    ],
    growths: [],
  };
}

async function timeUnlock({ chromium, front, targets, vault }: FilledStage): Promise<number> {
  await ask(vault.page, "lock");
  targets.runFirst(null);
  await front.bringToFront();
  const popup = await chromium.openPopup();
  const field = await byLabel(popup, "Passphrase");
  await field.type(PASSPHRASE);
  await popup.evaluate(watchUnlock);
  const button = await byRole(popup, "button", "Unlock");
  await button.click();
  const tookMs = await timeIn(popup);
  await popup.close();
  return tookMs;
}

function timeIn(popup: Page): Promise<number> {
  return popup.evaluate(
    () => (globalThis as unknown as { benchUnlock: Promise<number> }).benchUnlock,
  );
}

/** Runs in the popup: from the press to the frame with the first key. */
function watchUnlock(): void {
  const pressed = new Promise<number>((resolve) =>
    addEventListener("submit", () => resolve(performance.now()), { capture: true, once: true }),
  );
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
  const took = Promise.all([pressed, drawn]).then(([fromMs, toMs]) => toMs - fromMs);
  Object.assign(globalThis, { benchUnlock: took });
}

import type { Page } from "puppeteer-core";
import { byLabel, byRole } from "../../e2e/find.ts";
import { ask } from "../ask-background.ts";
import type { Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { ensureOpen, PASSPHRASE } from "../vault-filling.ts";
import { type FilledStage, KEYS, type World } from "../world.ts";

const QUIET_MS = 2_000;

/** From pressing *Unlock* to the list of 1,000 keys, against Argon2id alone. */
export async function unlock(world: World): Promise<Results> {
  const stage = await world.ours();
  const { ours, floor } = await interleave(world.runs, {
    ours: () => timeUnlock(stage),
    floor: async () => {
      // A page behind others gets less of the processor than the worker that derives for us.
      await stage.vault.page.bringToFront();
      // What the worker looks after behind an unlock must not fall on the floor.
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      const derivedMs = await stage.vault.time("timeDerivation");
      return { drawnMs: derivedMs, openMs: derivedMs };
    },
  });
  await ensureOpen(stage.vault.page);
  return {
    figures: [
      {
        name: `unlock with ${KEYS.toLocaleString("en")} keys: pressed → list drawn`,
        unit: "ms",
        ours: ours.map(({ drawnMs }) => drawnMs),
        floor: floor.map(({ drawnMs }) => drawnMs),
        floorIs: "Argon2id alone, same parameters, loading it included",
        target: "≤ floor + 50 ms",
      },
      {
        name: "of it, vault open → list drawn",
        unit: "ms",
        ours: ours.map(({ drawnMs, openMs }) => drawnMs - openMs),
        floor: [],
        floorIs: "",
      },
    ],
    growths: [],
  };
}

/** Since the press. */
interface UnlockTimes {
  /** The background says that the vault is open. */
  openMs: number;
  drawnMs: number;
}

async function timeUnlock({ chromium, front, targets, vault }: FilledStage): Promise<UnlockTimes> {
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
    new BroadcastChannel("vault-changes").onmessage = () => resolve(performance.now());
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

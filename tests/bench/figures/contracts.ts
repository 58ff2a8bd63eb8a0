import type { Page } from "puppeteer-core";
import { byLabel, byRole } from "../../e2e/find.ts";
import { ask } from "../ask-background.ts";
import type { Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { ensureOpen, PASSPHRASE } from "../vault-filling.ts";
import type { FilledStage, World } from "../world.ts";

const CONTRACTS = 20;
const LIST = "https://api.partner.impossiblecloud.com/v1/contract/list";
/** Long enough that nothing on screen can come from the API. */
const SLOW_MS = 5_000;

/** Contracts as they were last known, after an unlock; and their refresh against a bare fetch. */
export async function contracts(world: World): Promise<Results> {
  const { port, state, control } = await world.icmc();
  const [first] = state.contracts;
  if (!first) throw new Error("there is no contract");
  while (state.contracts.length < CONTRACTS)
    state.contracts.push({ ...first, id: crypto.randomUUID() });
  const stage = await world.extra(port, 0);
  const { page } = stage.vault;
  const { token } = control.issue({ description: "bench", validUntilMs: null });
  const { id } = await ask(page, "addKey", {
    token,
    description: "bench",
    end: { kind: "unknown" },
  });
  await ask(page, "useKey", id);
  await ask(page, "refreshContracts");

  const refresh = await interleave(world.runs, {
    ours: () => page.evaluate(timeRefresh),
    floor: () => page.evaluate(timeFetch, LIST, token),
  });
  control.fault({ kind: "slow", delayMs: SLOW_MS }, { scope: "GET /contract/list" });
  const { shown } = await interleave(world.runs, { shown: () => timeSnapshot(stage) });
  control.clearFaults();
  await ensureOpen(page);
  return {
    figures: [
      {
        name: `refresh of ${CONTRACTS} contracts: asked → kept and acknowledged`,
        unit: "ms",
        ours: refresh.ours,
        floor: refresh.floor,
        floorIs: "a bare fetch of the same list",
        target: "≤ 1.2 × with answers of 100 ms and more",
      },
      {
        name: "unlock → contracts of the snapshot on screen",
        unit: "times",
        ours: shown.map(({ frames }) => frames),
        floor: [],
        floorIs: "",
        target: "≤ 2 frames after the vault is open",
        note: `frames; ${shown.map(({ ms }) => ms.toFixed(0)).join(", ")} ms`,
      },
    ],
    growths: [],
  };
}

/** Since the background said that the vault is open. */
interface Shown {
  ms: number;
  frames: number;
}

async function timeSnapshot({ chromium, targets, vault }: FilledStage): Promise<Shown> {
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

async function timeRefresh(): Promise<number> {
  const { runtime } = (
    globalThis as unknown as { chrome: { runtime: { sendMessage(of: unknown): Promise<unknown> } } }
  ).chrome;
  const startedAtMs = performance.now();
  const answer = (await runtime.sendMessage({ type: "refreshContracts", args: [] })) as {
    failure?: { name: string };
  };
  if (answer.failure) throw new Error(answer.failure.name);
  return performance.now() - startedAtMs;
}

async function timeFetch(address: string, token: string): Promise<number> {
  const startedAtMs = performance.now();
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`the list answered ${answer.status}`);
  await answer.json();
  return performance.now() - startedAtMs;
}

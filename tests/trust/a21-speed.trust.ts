import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ask } from "../bench/ask-background.ts";
import { openStage, type Stage } from "../bench/stage.ts";
import { benchKeys, PASSPHRASE } from "../bench/vault-filling.ts";
import { openVaultPage } from "../bench/vault-page.ts";
import { progress, record, scaled } from "./figure.ts";

const RECORDS = 200;
const SAVES = scaled(60);
const UNLOCKS = scaled(40);
/** After an unlock both copies are compared; nobody unlocks again while that goes on. */
const REST_MS = 1_500;
const MOST_SAVE_MS = 300;
const MOST_UNLOCK_MS = 100;
const BUNDLE = join(import.meta.dirname, "..", "..", ".output", "chrome-mv3");

let stage: Stage;
afterAll(() => stage?.close());

it("unlocks and saves without making anybody wait", async () => {
  stage = await openStage(BUNDLE, 9);
  const place = await stage.chromium.browser.version();
  const vault = await openVaultPage(stage);
  await ask(vault.page, "createVault", PASSPHRASE);
  const keys = benchKeys(RECORDS + SAVES, Date.now());
  await vault.fill(keys.slice(0, RECORDS));
  const told = progress("A21", SAVES + UNLOCKS);
  const saves: number[] = [];
  for (const [at, { token, description }] of keys.slice(RECORDS).entries()) {
    const startedAtMs = performance.now();
    await ask(vault.page, "addKey", { token, description, end: { kind: "unknown" } });
    saves.push(performance.now() - startedAtMs);
    told(at + 1);
  }
  const beyond: number[] = [];
  await ask(vault.page, "lock");
  let derivationMs = await vault.time("timeDerivation");
  for (let run = 0; run < UNLOCKS; run++) {
    const startedAtMs = performance.now();
    await ask(vault.page, "unlock", PASSPHRASE);
    const unlockMs = performance.now() - startedAtMs;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    await ask(vault.page, "lock");
    // Compared with a derivation just before and one just after it: the machine may be busy.
    const nextMs = await vault.time("timeDerivation");
    beyond.push(unlockMs - (derivationMs + nextMs) / 2);
    derivationMs = nextMs;
    told(SAVES + run + 1);
  }
  const saveMs = percentile(saves, 0.95);
  const unlockMs = percentile(beyond, 0.95);
  const holds = saveMs <= MOST_SAVE_MS && unlockMs <= MOST_UNLOCK_MS;
  record({
    id: "A21",
    figure: `95th percentile: a save among ${RECORDS} records acknowledged in ${Math.round(saveMs)} ms (limit ${MOST_SAVE_MS}); unlock beyond its key derivation ${Math.round(unlockMs)} ms (limit ${MOST_UNLOCK_MS}), median ${Math.round(percentile(beyond, 0.5))} ms, on a machine with ${loadavg()[0]?.toFixed(1)} processes waiting for its ${cpus().length} cores`,
    holds,
    knownToFail: "a time, which a busy machine makes longer",
    open: "",
    place,
  });
  expect(saves.length).toBe(SAVES);
});

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import type { SnapshotTimes } from "./in-page/partners-snapshot.ts";
import type * as VaultBench from "./in-page/vault-bench.ts";
import { quietPage, type Stage } from "./stage.ts";

type Bench = typeof VaultBench;
type Timer = "timeGetAll" | "timeDerivation" | "timeStrictPut";

/** The vault's own code in a page of the extension that runs nothing else. */
export interface VaultPage {
  page: Page;
  fill(keys: { token: string; description: string }[]): Promise<void>;
  timeOpening(expected: number): Promise<number>;
  timeSteps(): Promise<Record<string, number>>;
  /** Prepares the loop anew for the records there are now. */
  prepareLoop(): Promise<void>;
  timeLoop(): Promise<number>;
  time(what: Timer): Promise<number>;
  /** @param wire - A list of partners as the API answers it. */
  timePartnersSnapshot(keyId: string, contractId: string, wire: unknown): Promise<SnapshotTimes>;
}

interface InPage {
  vaultBench: Bench;
  bareLoop: () => Promise<number>;
}

/** Each portion writes the whole manifest once, so few large ones are soonest done. */
const MOST_SENT = 3_000;
let source: Promise<string> | undefined;

export async function openVaultPage(stage: Stage): Promise<VaultPage> {
  source ??= bundled();
  const page = await quietPage(stage);
  await page.evaluate(`${await source};globalThis.vaultBench = vaultBench`);
  return {
    page,
    fill: async (keys) => {
      for (let at = 0; at < keys.length; at += MOST_SENT)
        await page.evaluate(
          (some) => (globalThis as unknown as InPage).vaultBench.fill(some),
          keys.slice(at, at + MOST_SENT).map(({ token, description }) => ({ token, description })),
        );
      await page.evaluate(() => (globalThis as unknown as InPage).vaultBench.keepIndex());
    },
    timeOpening: (expected) =>
      page.evaluate(
        (count) => (globalThis as unknown as InPage).vaultBench.timeOpening(count),
        expected,
      ),
    timeSteps: () => page.evaluate(() => (globalThis as unknown as InPage).vaultBench.timeSteps()),
    prepareLoop: () =>
      page.evaluate(async () => {
        const here = globalThis as unknown as InPage;
        here.bareLoop = await here.vaultBench.prepareLoop();
      }),
    timeLoop: () => page.evaluate(() => (globalThis as unknown as InPage).bareLoop()),
    time: (what) =>
      page.evaluate((name) => (globalThis as unknown as InPage).vaultBench[name](), what),
    timePartnersSnapshot: (keyId, contractId, wire) =>
      page.evaluate(
        (key, contract, list) =>
          (globalThis as unknown as InPage).vaultBench.timePartnersSnapshot(key, contract, list),
        keyId,
        contractId,
        wire,
      ),
  };
}

/** One script with everything in it, minified as the product is. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2024",
      lib: {
        entry: join(import.meta.dirname, "in-page", "vault-bench.ts"),
        name: "vaultBench",
        formats: ["iife"],
        fileName: "vault-bench",
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (!chunk) throw new Error("the page's script was not built");
  return chunk.code;
}

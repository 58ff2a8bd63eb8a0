import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { startIcmc } from "../icmc/server.ts";
import { ask } from "./ask-background.ts";
import type { BenchOptions } from "./options.ts";
import { type RowsServer, startRowsServer } from "./rows-server.ts";
import { openStage, type Stage } from "./stage.ts";
import { benchKeys, PASSPHRASE } from "./vault-filling.ts";
import { openVaultPage, type VaultPage } from "./vault-page.ts";

const ROOT = join(import.meta.dirname, "..", "..");
export const BUNDLE = join(ROOT, ".output", "chrome-mv3");
const BARE = join(import.meta.dirname, "bare-extension");

export interface FilledStage extends Stage {
  vault: VaultPage;
}

/** What the figures are taken from; each part is started when it is first asked for. */
export interface World {
  runs: number;
  /** The production bundle with 1,000 keys, on the page with rows. */
  ours(): Promise<FilledStage>;
  bare(): Promise<Stage>;
  against(): Promise<Record<string, Stage>>;
  /** The production bundle in a profile of its own. */
  extra(port: number, keys: number): Promise<FilledStage>;
  rows(): Promise<RowsServer>;
  icmc(): ReturnType<typeof startIcmc>;
  close(): Promise<void>;
}

export const KEYS = 1_000;

export function createWorld({
  runs,
  against,
  bundle,
}: Pick<BenchOptions, "runs" | "against" | "bundle">): World {
  const endings: (() => Promise<void>)[] = [];
  const closing = <T extends { close(): Promise<void> }>(one: T): T => {
    endings.unshift(() => one.close());
    return one;
  };
  const once = <T>(start: () => Promise<T>): (() => Promise<T>) => {
    let started: Promise<T> | undefined;
    return () => {
      started ??= start();
      return started;
    };
  };
  const rows = once(async () => closing(await startRowsServer()));
  const icmc = once(async () => closing(await startIcmc()));

  async function extra(port: number, keys: number): Promise<FilledStage> {
    const stage = closing(await openStage(bundle ?? BUNDLE, port));
    const vault = await openVaultPage(stage);
    await ask(vault.page, "createVault", PASSPHRASE);
    await vault.fill(benchKeys(keys, Date.now()));
    return { ...stage, vault };
  }

  return {
    runs,
    rows,
    icmc,
    extra,
    ours: once(async () => extra((await rows()).port, KEYS)),
    bare: once(async () => closing(await openStage(BARE, (await rows()).port))),
    against: once(async () => {
      const stages: Record<string, Stage> = {};
      for (const folder of against) {
        if (!existsSync(join(folder, "manifest.json")))
          throw new Error(`there is no extension in ${folder}`);
        stages[basename(folder)] = closing(await openStage(folder, (await rows()).port));
      }
      return stages;
    }),
    close: async () => {
      for (const end of endings) await end();
    },
  };
}

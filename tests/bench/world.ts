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
  /** Folder of the build that is measured. */
  bundle: string;
  /** The production bundle with 1,000 keys, on the page with rows. */
  ours(): Promise<FilledStage>;
  bare(): Promise<Stage>;
  against(): Promise<Record<string, Stage>>;
  /** The production bundle in a profile of its own, for one group. */
  extra(port: number, keys: number): Promise<FilledStage>;
  /** A console and API of their own, for one group. */
  icmc(): ReturnType<typeof startIcmc>;
  /** Ends what one group had for itself. */
  endExtras(): Promise<void>;
  rows(): Promise<RowsServer>;
  close(): Promise<void>;
}

type Endings = (() => Promise<void>)[];

export const KEYS = 1_000;

export function createWorld({
  runs,
  against,
  bundle,
}: Pick<BenchOptions, "runs" | "against" | "bundle">): World {
  const endings: Endings = [];
  const extraEndings: Endings = [];
  const closing = <T extends { close(): Promise<void> }>(one: T, on = endings): T => {
    on.unshift(() => one.close());
    return one;
  };
  const endAll = async (on: Endings) => {
    for (const end of on.splice(0)) await end();
  };
  const once = <T>(start: () => Promise<T>): (() => Promise<T>) => {
    let started: Promise<T> | undefined;
    return () => {
      started ??= start();
      return started;
    };
  };
  const rows = once(async () => closing(await startRowsServer()));

  async function filled(port: number, keys: number, on: Endings): Promise<FilledStage> {
    const stage = closing(await openStage(bundle ?? BUNDLE, port), on);
    const vault = await openVaultPage(stage);
    await ask(vault.page, "createVault", PASSPHRASE);
    await vault.fill(benchKeys(keys, Date.now()));
    return { ...stage, vault };
  }

  return {
    runs,
    bundle: bundle ?? BUNDLE,
    rows,
    icmc: async () => closing(await startIcmc(), extraEndings),
    extra: (port, keys) => filled(port, keys, extraEndings),
    endExtras: () => endAll(extraEndings),
    ours: once(async () => filled((await rows()).port, KEYS, endings)),
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
      await endAll(extraEndings);
      await endAll(endings);
    },
  };
}

import type { CDPSession } from "puppeteer-core";
import { pause } from "./pause.ts";
import type { Stage } from "./stage.ts";

/** A worker that was started has this long for what it was woken for. */
export const LIVES_MS = 3_000;

export interface WorkerWatch {
  /** Ends the worker that runs, and waits until it is gone. */
  end(): Promise<void>;
  /** How often it was started since the watch began. */
  starts(): number;
  stop(): Promise<void>;
}

/**
 * Counts the starts of the extension's worker, by the browser's own list of workers. A worker that
 * devtools look at never idles out, and the tests' connection counts as devtools; so a worker that
 * was started is ended again after three seconds, or a second wake-up could not be seen.
 */
export async function watchWorker({ chromium, front }: Stage): Promise<WorkerWatch> {
  const session = await front.createCDPSession();
  let starts = 0;
  let isWatching = true;
  const running = new Map<string, string>();
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      if (new URL(scriptURL).host !== chromium.extension.id) continue;
      const before = running.get(versionId) ?? "stopped";
      running.set(versionId, runningStatus);
      const isStart = ["starting", "running"].includes(runningStatus);
      if (!isStart || ["starting", "running"].includes(before)) continue;
      starts += 1;
      void pause(LIVES_MS).then(async () => {
        if (isWatching) await stopWorker(session, versionId);
      });
    }
  });
  await session.send("ServiceWorker.enable");
  return {
    end: async () => {
      await chromium.killWorker();
      while ([...running.values()].some((status) => status !== "stopped")) await pause(50);
    },
    starts: () => starts,
    stop: async () => {
      isWatching = false;
      await session.detach();
    },
  };
}

/** One that has ended by itself meanwhile needs no ending. */
async function stopWorker(session: CDPSession, versionId: string): Promise<void> {
  await Promise.allSettled([session.send("ServiceWorker.stopWorker", { versionId })]);
}

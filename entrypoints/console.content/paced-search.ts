const LEAST_PAUSE_MS = 60;
/** A machine that was busy with other things makes a search look slower than it is. */
const MOST_PAUSE_MS = 800;

export interface PacedSearch {
  now(): void;
  /** At once where time allows, else when the pause after the last one is over. */
  soon(): void;
  /** The next one needs no pause. */
  hurry(): void;
  stop(): void;
}

/** Searches the rarer the longer it takes, so that a large page in uproar is not searched all the time. */
export function paceSearch(search: () => void): PacedSearch {
  let next: ReturnType<typeof setTimeout> | undefined;
  let freeAtMs = 0;

  function now(): void {
    clearTimeout(next);
    next = undefined;
    const startedAtMs = performance.now();
    search();
    const tookMs = performance.now() - startedAtMs;
    freeAtMs = performance.now() + Math.min(MOST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, 8 * tookMs));
  }

  return {
    now,
    soon: () => {
      const waitMs = freeAtMs - performance.now();
      if (waitMs <= 0 && next === undefined) now();
      else next ??= setTimeout(now, Math.max(0, waitMs));
    },
    hurry: () => {
      freeAtMs = 0;
    },
    stop: () => clearTimeout(next),
  };
}

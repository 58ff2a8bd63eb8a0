/** Longer timeouts overflow, and a laptop that slept tells nobody. */
const MOST_TIMEOUT_MS = 6 * 3_600_000;

export interface BadgeClock {
  /** Rings at this instant, or earlier when something earlier was asked for. */
  ringBy(atMs: number | null): void;
  stop(): void;
}

/** One timer for the next instant at which some badge says something else. */
export function createBadgeClock(ring: () => void): BadgeClock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;

  function stop(): void {
    clearTimeout(timer);
    dueMs = Number.POSITIVE_INFINITY;
  }

  return {
    ringBy: (atMs) => {
      if (atMs === null || atMs >= dueMs) return;
      stop();
      dueMs = atMs;
      const waitMs = Math.min(MOST_TIMEOUT_MS, Math.max(0, atMs - Date.now()));
      timer = setTimeout(() => {
        dueMs = Number.POSITIVE_INFINITY;
        ring();
      }, waitMs);
    },
    stop,
  };
}

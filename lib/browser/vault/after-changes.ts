/** Changes of which one begins so soon after the other are a row. */
export const IN_A_ROW_MS = 50;

/** Makes a change; what follows from it may wait so long, and where the change fails, nothing does. */
type Changing = <T>(change: () => Promise<T>, settleAfterMs: number) => Promise<T>;

/**
 * Carries out what follows from a change, once for changes in a row: it reads all keys several
 * times over, and each save into a large vault would stand in line behind what the last one entailed.
 */
export function afterChanges(follow: () => void): Changing {
  let underWay = 0;
  let dueAtMs: number | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function followNow(): void {
    dueAtMs = null;
    follow();
  }

  return async (change, settleAfterMs) => {
    underWay += 1;
    clearTimeout(waiting);
    try {
      const done = await change();
      dueAtMs = Math.max(dueAtMs ?? 0, Date.now() + settleAfterMs);
      return done;
    } finally {
      underWay -= 1;
      if (underWay === 0 && dueAtMs !== null) {
        const leftMs = dueAtMs - Date.now();
        if (leftMs > 0) waiting = setTimeout(followNow, leftMs);
        else followNow();
      }
    }
  };
}

const SETTLE_MS = 60;

/** So long a kit may take to answer to what was typed. */
export function settle(times = 1): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, times * SETTLE_MS));
}

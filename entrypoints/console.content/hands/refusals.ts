const ASKED_BY_SCRIPT = new Set(["fetch", "xmlhttprequest"]);

export interface Refusals {
  /** Some request that was sent since had been answered with an error by that time of the page's clock. */
  isRefusedBy(pageMs: number): boolean;
  stop(): void;
}

/** Tells a complaint that answers a request from words that only pass the time until it is answered. */
export function watchRefusals(): Refusals {
  const sinceMs = performance.now();
  let firstMs = Number.POSITIVE_INFINITY;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[])
      if (
        entry.startTime >= sinceMs &&
        ASKED_BY_SCRIPT.has(entry.initiatorType) &&
        entry.responseStatus >= 400
      )
        firstMs = Math.min(firstMs, entry.responseEnd);
  });
  observer.observe({ type: "resource" });
  return { isRefusedBy: (pageMs) => firstMs <= pageMs, stop: () => observer.disconnect() };
}

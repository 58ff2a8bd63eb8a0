const ASKED_BY_SCRIPT = new Set(["fetch", "xmlhttprequest"]);

export interface Refusals {
  /** Some request that was sent since was answered with an error. */
  isRefused(): boolean;
  stop(): void;
}

/** Tells a complaint that answers a request from words that only pass the time until it is answered. */
export function watchRefusals(): Refusals {
  const sinceMs = performance.now();
  let isRefused = false;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[])
      if (entry.startTime >= sinceMs && ASKED_BY_SCRIPT.has(entry.initiatorType))
        isRefused ||= entry.responseStatus >= 400;
  });
  observer.observe({ type: "resource" });
  return { isRefused: () => isRefused, stop: () => observer.disconnect() };
}

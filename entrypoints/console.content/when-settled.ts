/** A page that was rendered on a server must find its elements as they came; ours wait until it has. */
export function whenSettled(start: () => void, signal: AbortSignal): void {
  if (document.readyState === "complete") {
    start();
    return;
  }
  const settled = new AbortController();
  const once = (): void => {
    clearTimeout(timer);
    settled.abort();
    if (!signal.aborted) start();
  };
  const timer = setTimeout(once, 3_000);
  addEventListener("load", once, { signal: settled.signal });
}

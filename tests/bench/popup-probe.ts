/** When things could be seen and used, in ms since the popup's document began to load. */
export interface ProbeTimes {
  /** Epoch ms at which the document began to load. */
  timeOrigin: number;
  firstPaintMs: number;
  firstControlMs: number;
  /** What that control was. */
  firstControl: string;
  /** The first key's first button; `null` where no list was waited for. */
  listMs: number | null;
}

/**
 * Runs in the popup before anything of its own. Looks once a frame for the first control that a
 * click would hit, and stamps the time after that frame was drawn.
 */
export function probe(waitsForList: boolean): void {
  const usable = (selector: string): Element | null => {
    for (const element of document.querySelectorAll(selector)) {
      if (element.matches(":disabled") || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit && element.contains(hit)) return element;
    }
    return null;
  };
  const afterFrame = (): Promise<number> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(null);
    });
  const found = (selector: string): Promise<{ atMs: number; name: string }> =>
    new Promise((resolve) => {
      const look = () => {
        const element = usable(selector);
        if (!element) {
          requestAnimationFrame(look);
          return;
        }
        const name = element.getAttribute("aria-label") ?? element.textContent?.trim();
        void afterFrame().then((atMs) => resolve({ atMs, name: name || element.localName }));
      };
      requestAnimationFrame(look);
    });
  const painted = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        if (name === "first-contentful-paint") resolve(startTime);
    }).observe({ type: "paint", buffered: true });
  });
  const control = found("button, input, select, textarea, a[href]");
  const list = waitsForList ? found('ul[aria-label="API keys"] > li button') : null;
  const times = Promise.all([painted, control, list]).then(
    ([firstPaintMs, first, drawn]): ProbeTimes => ({
      timeOrigin: performance.timeOrigin,
      firstPaintMs,
      firstControlMs: first.atMs,
      firstControl: first.name,
      listMs: drawn?.atMs ?? null,
    }),
  );
  Object.assign(globalThis, { benchTimes: times });
}

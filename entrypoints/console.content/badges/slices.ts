/** A task stays well below the 50 ms a person notices, whatever else the page does in the same turn. */
const SLICE_MS = 12;
/** The first slice runs in the turn that brought the rows, behind whatever the page did in it. */
const FIRST_SLICE_MS = 6;
/** Small enough that the first one, before the browser has optimised anything, fits into a slice. */
const PORTION = 16;

/**
 * Works a queue off in slices and lets the page breathe in between. Entries added meanwhile are
 * worked off too. Running it twice at once is safe: both take from the same queue.
 */
export async function inSlices<T>(
  queue: Set<T>,
  isOver: () => boolean,
  slice: (entries: T[]) => void,
): Promise<void> {
  let sliceMs = FIRST_SLICE_MS;
  while (queue.size > 0 && !isOver()) {
    const endsAtMs = performance.now() + sliceMs;
    sliceMs = SLICE_MS;
    do {
      const portion = [...queue.values().take(PORTION)];
      for (const entry of portion) queue.delete(entry);
      slice(portion);
    } while (queue.size > 0 && performance.now() < endsAtMs);
    if (queue.size > 0) await breathe();
  }
}

export function breathe(): Promise<void> {
  if ("scheduler" in globalThis && scheduler.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

declare const scheduler: { yield?: () => Promise<void> };

import { VaultLockedError } from "../../vault/errors";

/** So many calls at once: the API's own limits are not published, and a person still gets answers in between. */
export const CALLS_AT_ONCE = 6;

export type Outcome<R> = { value: R; failure?: never } | { failure: Error; value?: never };

/**
 * Does `work` for every item, at most `limit` at once, in order of the items. A failed item does not
 * end the others, unless the vault was locked: then nobody may go on. After an abort nothing new
 * begins, and items that were not begun have no outcome.
 *
 * @param onDone - Called after each item with how many are done.
 * @returns one outcome for each item, `null` where the work was stopped before it ended.
 * @throws {@link VaultLockedError} at once, whatever is still under way.
 */
export async function eachLimited<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  {
    signal,
    limit = CALLS_AT_ONCE,
    onDone = () => {},
  }: { signal?: AbortSignal; limit?: number; onDone?: (done: number) => void } = {},
): Promise<(Outcome<R> | null)[]> {
  const outcomes: (Outcome<R> | null)[] = items.map(() => null);
  let next = 0;
  let done = 0;
  let isLocked = false;
  async function worker(): Promise<void> {
    while (next < items.length && !signal?.aborted && !isLocked) {
      const at = next++;
      try {
        outcomes[at] = { value: await work(items[at] as T) };
      } catch (error) {
        if (signal?.aborted) return;
        isLocked ||= error instanceof VaultLockedError;
        if (isLocked) throw error;
        outcomes[at] = { failure: error instanceof Error ? error : new Error("failed") };
      }
      onDone(++done);
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return outcomes;
}

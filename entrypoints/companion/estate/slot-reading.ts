import type { Snapshot } from "../../../lib/tasks/reading/snapshots";

/** Where one answer comes from, and where the last one is kept. */
export interface Slot<T> {
  /** Tells it apart from every other, key included. */
  name: string;
  stored(): Promise<Snapshot<T> | null>;
  read(signal: AbortSignal): Promise<T>;
  keep(snapshot: Snapshot<T>): Promise<void>;
}

/** An answer that came. */
export interface Answered<T> {
  snapshot: Snapshot<T>;
  /** Settles when it is kept, or could not be. */
  kept: Promise<void>;
}

interface UnderWay {
  answer: Promise<Answered<unknown>>;
  aborter: AbortController;
  readers: number;
}

/** Answers of this view's life, so that going back draws at once. Emptied when the vault is locked. */
const remembered = new Map<string, Snapshot<unknown>>();
const underWay = new Map<string, UnderWay>();

/** What came last in this view's life. */
export function rememberedOf<T>({ name }: Slot<T>): Snapshot<T> | null {
  return (remembered.get(name) as Snapshot<T> | undefined) ?? null;
}

export function forgetReadings(): void {
  remembered.clear();
  underWay.clear();
}

/**
 * Reads a slot, and keeps what came. Whoever wants it while it is being read gets the same answer:
 * a page and the search above it ask the API once. It is given up when the last of them leaves.
 *
 * @param isAnew - Something was changed: an answer that is under way may be older than that.
 */
export function readSlot<T>(
  slot: Slot<T>,
  signal: AbortSignal,
  isAnew = false,
): Promise<Answered<T>> {
  const joined = isAnew ? undefined : underWay.get(slot.name);
  const one = joined ?? begin(slot);
  one.readers++;
  const leave = () => {
    if (--one.readers > 0) return;
    if (underWay.get(slot.name) === one) underWay.delete(slot.name);
    one.aborter.abort();
  };
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
  return one.answer as Promise<Answered<T>>;
}

function begin<T>(slot: Slot<T>): UnderWay {
  const aborter = new AbortController();
  const isWanted = () => underWay.get(slot.name) === one;
  const read = async (): Promise<Answered<T>> => {
    try {
      const value = await slot.read(aborter.signal);
      const snapshot = { at: new Date().toISOString(), value };
      // Locked meanwhile, or begun anew: a newer answer is kept in its place, or none.
      if (!isWanted()) return { snapshot, kept: Promise.resolve() };
      remembered.set(slot.name, snapshot);
      const kept = slot.keep(snapshot);
      kept.catch(() => undefined);
      return { snapshot, kept };
    } finally {
      if (isWanted()) underWay.delete(slot.name);
    }
  };
  const one: UnderWay = { aborter, readers: 0, answer: Promise.resolve().then(read) };
  underWay.set(slot.name, one);
  return one;
}

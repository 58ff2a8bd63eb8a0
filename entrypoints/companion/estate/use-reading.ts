import { useCallback, useEffect, useState } from "preact/hooks";
import type { Reading } from "../../../components/frame/reading";
import type { Snapshot } from "../../../lib/tasks/reading/snapshots";

/** Where one answer comes from, and where the last one is kept. */
export interface Slot<T> {
  /** Tells it apart from every other, key included. */
  name: string;
  stored(): Promise<Snapshot<T> | null>;
  read(signal: AbortSignal): Promise<T>;
  keep(snapshot: Snapshot<T>): Promise<void>;
}

interface Known<T> {
  name: string;
  snapshot: Snapshot<T> | null;
  isReading: boolean;
  failure: Error | null;
}

/** Answers of this view's life, so that going back draws at once. Emptied when the vault is locked. */
const remembered = new Map<string, Snapshot<unknown>>();

export function forgetReadings(): void {
  remembered.clear();
}

/**
 * The last answer at once, with its age, and a newer one behind it. Reading ends when nobody wants
 * it any more: another slot, or the view is gone.
 *
 * @param version - Another number means that something was changed, so it is read again.
 */
export function useReading<T>(slot: Slot<T> | null, version = 0): Reading<T> {
  const [known, setKnown] = useState<Known<T> | null>(null);
  const [turn, setTurn] = useState(0);
  const name = slot?.name ?? "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: a slot is the same when its name is.
  useEffect(() => {
    if (slot === null) return;
    const aborter = new AbortController();
    void follow(slot, aborter.signal, setKnown);
    return () => aborter.abort();
  }, [name, turn, version]);

  const refresh = useCallback(() => setTurn((old) => old + 1), []);
  const own = known?.name === name ? known : null;
  const snapshot = own?.snapshot ?? (remembered.get(name) as Snapshot<T> | undefined) ?? null;
  return {
    value: snapshot?.value ?? null,
    at: snapshot?.at ?? null,
    isReading: own?.isReading ?? slot !== null,
    failure: own?.failure ?? null,
    refresh,
  };
}

async function follow<T>(
  slot: Slot<T>,
  signal: AbortSignal,
  show: (known: Known<T>) => void,
): Promise<void> {
  const { name } = slot;
  let snapshot = (remembered.get(name) as Snapshot<T> | undefined) ?? null;
  let isSettled = false;
  const tell = (failure: Error | null) => {
    if (!signal.aborted) show({ name, snapshot, isReading: !isSettled, failure });
  };
  tell(null);
  const showStored = async () => {
    const stored = snapshot ?? (await slot.stored());
    snapshot ??= stored;
    if (!isSettled) tell(null);
  };
  const isStored = showStored();
  try {
    const value = await slot.read(signal);
    isSettled = true;
    snapshot = { at: new Date().toISOString(), value };
    remembered.set(name, snapshot);
    tell(null);
    await slot.keep(snapshot);
  } catch (error) {
    if (signal.aborted) return;
    await isStored.catch(() => null);
    isSettled = true;
    tell(error instanceof Error ? error : new Error("failed"));
  }
}

import { useCallback, useEffect, useState } from "preact/hooks";
import type { Reading } from "../../../components/frame/reading";
import type { Snapshot } from "../../../lib/tasks/reading/snapshots";
import { readSlot, rememberedOf, type Slot } from "./slot-reading";

interface Known<T> {
  name: string;
  snapshot: Snapshot<T> | null;
  isReading: boolean;
  failure: Error | null;
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
    void follow(slot, aborter.signal, turn > 0 || version > 0, setKnown);
    return () => aborter.abort();
  }, [name, turn, version]);

  const refresh = useCallback(() => setTurn((old) => old + 1), []);
  const own = known?.name === name ? known : null;
  const snapshot = own?.snapshot ?? (slot && rememberedOf(slot));
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
  isAnew: boolean,
  show: (known: Known<T>) => void,
): Promise<void> {
  const { name } = slot;
  let snapshot = rememberedOf(slot);
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
    const answered = await readSlot(slot, signal, isAnew);
    isSettled = true;
    snapshot = answered.snapshot;
    tell(null);
    await answered.kept;
  } catch (error) {
    if (signal.aborted) return;
    await isStored.catch(() => null);
    isSettled = true;
    tell(error instanceof Error ? error : new Error("failed"));
  }
}

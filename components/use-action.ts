import { useCallback, useState } from "preact/hooks";

export type ActionState = { kind: "idle" } | { kind: "busy" } | { kind: "failed"; failure: Error };

/** Counts what was begun in this view, whichever action it was. */
let turns = 0;

/**
 * Runs one action at a time and keeps what became of it. A second call while the first is under
 * way does nothing, so a double click acts once.
 *
 * @returns `run` resolves to `true` when the action succeeded.
 */
export function useAction<A extends unknown[]>(action: (...args: A) => Promise<unknown>) {
  const [state, setState] = useState<ActionState>({ kind: "idle" });
  const [turn, setTurn] = useState(0);
  const isBusy = state.kind === "busy";
  const run = useCallback(
    async (...args: A): Promise<boolean> => {
      if (isBusy) return false;
      setTurn(++turns);
      setState({ kind: "busy" });
      try {
        await action(...args);
        setState({ kind: "idle" });
        return true;
      } catch (error) {
        setState({ kind: "failed", failure: error as Error });
        return false;
      }
    },
    [action, isBusy],
  );
  return { state, isBusy, turn, failure: state.kind === "failed" ? state.failure : null, run };
}

/** Of actions that tell in one place, what the one begun last has to tell: an old failure is over. */
export function lastFailure(...actions: { turn: number; failure: Error | null }[]): Error | null {
  return actions.toSorted((one, other) => other.turn - one.turn)[0]?.failure ?? null;
}

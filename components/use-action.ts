import { useCallback, useState } from "preact/hooks";

export type ActionState = { kind: "idle" } | { kind: "busy" } | { kind: "failed"; failure: Error };

/**
 * Runs one action at a time and keeps what became of it. A second call while the first is under
 * way does nothing, so a double click acts once.
 *
 * @returns `run` resolves to `true` when the action succeeded.
 */
export function useAction<A extends unknown[]>(action: (...args: A) => Promise<unknown>) {
  const [state, setState] = useState<ActionState>({ kind: "idle" });
  const isBusy = state.kind === "busy";
  const run = useCallback(
    async (...args: A): Promise<boolean> => {
      if (isBusy) return false;
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
  return { state, isBusy, failure: state.kind === "failed" ? state.failure : null, run };
}

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { send } from "../../lib/browser/messaging";

/** Contracts are refreshed as soon as there is a key to do it with, and on demand. */
export function useContractsRefresh(keyInUse: string | null) {
  const [isRefreshing, setRefreshing] = useState(false);
  const [refreshFailure, setFailure] = useState<Error | null>(null);
  const turn = useRef(0);
  const refresh = useCallback(async () => {
    const mine = ++turn.current;
    setRefreshing(true);
    const failure = await send("refreshContracts").then(
      () => null,
      (error: Error) => error,
    );
    // What a former key met says nothing of this one.
    if (mine !== turn.current) return;
    setFailure(failure);
    setRefreshing(false);
  }, []);
  useEffect(() => {
    turn.current++;
    setFailure(null);
    setRefreshing(false);
    if (keyInUse !== null) void refresh();
  }, [keyInUse, refresh]);
  return { onRefreshContracts: () => void refresh(), isRefreshing, refreshFailure };
}

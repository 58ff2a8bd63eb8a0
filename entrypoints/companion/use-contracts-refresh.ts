import { useCallback, useEffect, useState } from "preact/hooks";
import { send } from "../../lib/browser/messaging";

/** Contracts are refreshed as soon as there is a key to do it with, and on demand. */
export function useContractsRefresh(keyInUse: string | null) {
  const [isRefreshing, setRefreshing] = useState(false);
  const [refreshFailure, setFailure] = useState<Error | null>(null);
  const refresh = useCallback(async () => {
    setRefreshing(true);
    try {
      await send("refreshContracts");
      setFailure(null);
    } catch (error) {
      setFailure(error as Error);
    } finally {
      setRefreshing(false);
    }
  }, []);
  useEffect(() => {
    setFailure(null);
    if (keyInUse !== null) void refresh();
  }, [keyInUse, refresh]);
  return { onRefreshContracts: () => void refresh(), isRefreshing, refreshFailure };
}

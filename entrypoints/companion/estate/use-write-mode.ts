import { useCallback, useEffect, useState } from "preact/hooks";
import { presentPolicy } from "../../../components/chosen";
import { send } from "../../../lib/browser/messaging";
import { ownVault } from "../../../lib/browser/vault/own-vault";
import { onVaultChange } from "../../../lib/browser/vault/vault-changes";
import { readWriteMode, type WriteMode } from "../../../lib/tasks/writing/write-mode";

/** Whether anything may be changed from here, followed across all views. */
export function useWriteMode(): [WriteMode, (mode: WriteMode) => Promise<void>] {
  const [mode, setShown] = useState<WriteMode>("careful");
  useEffect(() => {
    // Locked in the meantime: whoever shows this shows the lock screen next.
    const read = () =>
      ownVault()
        .then(readWriteMode)
        .then(setShown, () => setShown("careful"));
    void read();
    return onVaultChange(() => void read());
  }, []);
  const setMode = useCallback(async (wanted: WriteMode) => {
    await send("setWriteMode", wanted);
    setShown(wanted);
  }, []);
  return [presentPolicy().isReadOnly ? "read-only" : mode, setMode];
}

import { useEffect, useMemo, useState } from "preact/hooks";
import { Notice } from "../../components/Notice";
import { VaultPage } from "../../components/vault/VaultPage";
import type { FreshCode } from "../../components/vault/WaysSection";
import { ownVault } from "../../lib/browser/vault/own-vault";
import { onVaultChange } from "../../lib/browser/vault/vault-changes";
import { readVaultFacts, type VaultFacts } from "../../lib/tasks/vault-facts";
import { t } from "../../lib/words/words";
import { vaultActions } from "./vault-actions";

/** The vault page with everything it reads and does. Shown while the vault is open. */
export function VaultPlace(props: { waiting: number } & FreshCode) {
  const [facts, setFacts] = useState<VaultFacts | null>(null);
  const [failed, setFailed] = useState(false);
  const actions = useMemo(vaultActions, []);
  useEffect(() => {
    let isShown = true;
    async function read() {
      try {
        const read = await readVaultFacts(await ownVault());
        if (isShown) setFacts(read);
        setFailed(false);
      } catch (error) {
        // Locked in the meantime: whoever shows this page shows the lock screen next.
        setFailed(!(error instanceof Error && error.name === "VaultLockedError"));
      }
    }
    void read();
    const stop = onVaultChange(() => void read());
    return () => {
      isShown = false;
      stop();
    };
  }, []);
  if (failed) return <Notice kind="alert">{t("vaultNews.unreadable")}</Notice>;
  return facts && <VaultPage facts={facts} now={new Date()} actions={actions} {...props} />;
}

import type { Vault } from "../../vault/vault";

/** Many keys are often saved in a row. */
const QUIET_MS = 2_000;
/** Nothing is lost with the index; the next change or unlock tries again. */
const PASSED_OVER = ["VaultLockedError", "OlderCopyError", "NotSavedError", "DamagedVaultError"];

let waiting: ReturnType<typeof setTimeout> | undefined;

/** After a change of keys: brings the index of a large vault up to date once it is quiet. */
export function keepKeyIndexSoon(ownVault: () => Promise<Vault>): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void keepKeyIndex(ownVault), QUIET_MS);
}

async function keepKeyIndex(ownVault: () => Promise<Vault>): Promise<void> {
  try {
    const vault = await ownVault();
    if ((await vault.state()) === "open") await vault.refreshKeyIndex();
  } catch (error) {
    if (!(error instanceof Error && PASSED_OVER.includes(error.name))) throw error;
  }
}

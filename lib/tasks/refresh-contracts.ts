import { listContracts } from "../api/contracts";
import type { Vault } from "../vault/vault";
import { putContractsSnapshot } from "./contracts-snapshot";
import { clientFor, keptKey, type Network } from "./key-client";
import { readPreferences } from "./preferences";

export class NoKeyInUseError extends Error {
  override name = "NoKeyInUseError";
}

/**
 * Reads the contracts with the key in use and keeps them as the new snapshot; after a failure the
 * old snapshot stays.
 *
 * @throws {@link NoKeyInUseError}, `ApiError`, `VaultLockedError`.
 */
export async function refreshContracts(vault: Vault, network: Network): Promise<void> {
  const { keyInUse } = await readPreferences(vault);
  if (keyInUse === null) throw new NoKeyInUseError("no key was chosen");
  const apiKey = await keptKey(vault, keyInUse);
  const contracts = await listContracts(clientFor(apiKey, vault, network));
  await putContractsSnapshot(vault, keyInUse, contracts, network.nowMs());
  if (apiKey.verifiedAt === null) {
    await vault.updateKey(keyInUse, { verifiedAt: new Date(network.nowMs()).toISOString() });
  }
}

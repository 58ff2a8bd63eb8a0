import { ApiError } from "../api/api-error";
import type { ApiClient } from "../api/client";
import { listContracts } from "../api/contracts";
import { listOwnStorageAccounts } from "../api/own-storage-accounts";
import { NoSuchKeyError } from "../vault/errors";
import type { Vault } from "../vault/vault";
import { clientFor, type Network } from "./key-client";
import { readPreferences } from "./preferences";
import { putContractsSnapshot } from "./put-contracts-snapshot";
import { keepSide, readSides } from "./reading/account-side";
import { mayBeOtherSide } from "./reading/other-side";

export class NoKeyInUseError extends Error {
  override name = "NoKeyInUseError";
}

/**
 * Reads the contracts with the key in use and keeps them as the new snapshot; after a failure the
 * old snapshot stays. Finds out on the way whether the key is a distributor's or a channel partner's.
 *
 * @throws {@link NoKeyInUseError}, `ApiError`, `VaultLockedError`.
 */
export async function refreshContracts(vault: Vault, network: Network): Promise<void> {
  // Asked for in one turn, and so answered from one look at the vault.
  const [{ keyInUse }, sides, keys] = await Promise.all([
    readPreferences(vault),
    readSides(vault),
    vault.keys(),
  ]);
  if (keyInUse === null) throw new NoKeyInUseError("no key was chosen");
  const apiKey = keys.find(({ id }) => id === keyInUse);
  if (!apiKey) throw new NoSuchKeyError();
  const client = clientFor(apiKey, vault, network);
  try {
    const contracts = await listContracts(client);
    await putContractsSnapshot(vault, keyInUse, contracts, network.nowMs());
    const isNews = contracts.items.length > 0 && sides[keyInUse] !== "distributor";
    if (isNews) await keepSide(vault, keyInUse, "distributor");
  } catch (error) {
    if (!mayBeOtherSide(error) || !(await opensOwnAccounts(client))) throw error;
    await keepSide(vault, keyInUse, "partner");
  }
  if (apiKey.verifiedAt === null) {
    await vault.updateKey(keyInUse, { verifiedAt: new Date(network.nowMs()).toISOString() });
  }
}

/** A channel partner's key is refused contracts; that it is one shows where its own accounts answer. */
async function opensOwnAccounts(client: ApiClient): Promise<boolean> {
  try {
    await listOwnStorageAccounts(client);
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

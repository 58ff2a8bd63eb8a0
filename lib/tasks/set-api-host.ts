import { isApiHost } from "../api/api-host";
import type { ApiKey } from "../keys/api-key";
import type { Vault } from "../vault/vault";
import { UnknownApiHostError } from "./key-client";

/**
 * Binds a kept key to another host of the API. What was found out with the one before counts no
 * longer.
 *
 * @throws {@link UnknownApiHostError} for a host that is not on the list.
 */
export async function setApiHost(
  vault: Vault,
  { keyId, host }: { keyId: string; host: string },
): Promise<ApiKey> {
  if (!isApiHost(host)) throw new UnknownApiHostError("not a host of the API");
  return vault.updateKey(keyId, { apiHost: host, verifiedAt: null, lastTest: null });
}

import { isApiHost } from "../api/api-host";
import { type ApiClient, createApiClient } from "../api/client";
import type { Fetch } from "../api/guarded-fetch";
import type { ApiKey } from "../keys/api-key";
import { NoSuchKeyError } from "../vault/errors";
import type { Vault } from "../vault/vault";

/** The world outside, as a call needs it. */
export interface Network {
  fetch: Fetch;
  isOnline: () => boolean;
  nowMs: () => number;
  /**
   * Rejects for a host that the organisation does not allow, with {@link HostNotGrantedError} for one
   * that the browser does not; absent where every host of the list is allowed.
   */
  checkHost?: (host: string) => Promise<void>;
}

/** A client that opens the kept token at the moment of each call and keeps it nowhere. */
export function clientFor(apiKey: ApiKey, vault: Vault, network: Network): ApiClient {
  if (!isApiHost(apiKey.apiHost))
    throw new UnknownApiHostError("the key's host is not on the list");
  const { checkHost, ...world } = network;
  return createApiClient({
    apiHost: apiKey.apiHost,
    readToken: async () => {
      await checkHost?.(apiKey.apiHost);
      return vault.token(apiKey.id);
    },
    ...world,
  });
}

/** @throws {@link NoSuchKeyError} when the vault does not have it. */
export async function keptKey(vault: Vault, keyId: string): Promise<ApiKey> {
  const found = (await vault.keys()).find((key) => key.id === keyId);
  if (!found) throw new NoSuchKeyError();
  return found;
}

/** The browser does not let us reach the host yet, or not any more. `field` is the host. */
export class HostNotGrantedError extends Error {
  override name = "HostNotGrantedError";
  readonly field: string;
  constructor(host: string) {
    super("the browser does not let us reach the key's host");
    this.field = host;
  }
}

export class UnknownApiHostError extends Error {
  override name = "UnknownApiHostError";
}

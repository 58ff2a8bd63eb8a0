import { testKey } from "../api/key-test";
import type { ApiKey } from "../keys/api-key";
import type { Vault } from "../vault/vault";
import { clientFor, keptKey, type Network } from "./key-client";

/** Tests a kept key with one harmless call and keeps the outcome with it. */
export async function testKept(vault: Vault, keyId: string, network: Network): Promise<ApiKey> {
  const apiKey = await keptKey(vault, keyId);
  const endMs = apiKey.end.kind === "at" ? Date.parse(apiKey.end.at) : null;
  const { outcome } = await testKey(clientFor(apiKey, vault, network), endMs, network.nowMs());
  const at = new Date(network.nowMs()).toISOString();
  return vault.updateKey(keyId, {
    lastTest: { at, outcome },
    ...(outcome === "works" ? { verifiedAt: at, lastUsedAt: at } : {}),
  });
}

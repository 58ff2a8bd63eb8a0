import { noteContact } from "../tasks/contacted-hosts";
import { HostNotGrantedError, type Network } from "../tasks/key-client";
import { requireHost } from "../tasks/settings/policy-limits";
import { mayReach } from "./host-permission";
import { readPolicy } from "./settings/policy-store";
import { ownVault } from "./vault/own-vault";

/** The only way out: every host it leads to is noted in the vault for its owner to see. */
export const network: Network = {
  fetch: (request) => {
    void note(new URL(request.url).host);
    return fetch(request);
  },
  checkHost: async (host) => {
    const [policy, isReachable] = await Promise.all([readPolicy(), mayReach(host)]);
    requireHost(policy, host);
    if (!isReachable) throw new HostNotGrantedError(host);
  },
  isOnline: () => navigator.onLine,
  nowMs: Date.now,
};

const noted = new Set<string>();

/** A call must not fail or wait because its note cannot be written; the next worker tries again. */
async function note(host: string): Promise<void> {
  if (noted.has(host)) return;
  noted.add(host);
  const [outcome] = await Promise.allSettled([
    ownVault().then((vault) => noteContact(vault, host, Date.now())),
  ]);
  if (outcome.status === "rejected") noted.delete(host);
}

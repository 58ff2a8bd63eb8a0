import type { Vault } from "../vault/vault";

/** A host the extension has sent something to. Instants are ISO, the last one to the day. */
export interface ContactedHost {
  host: string;
  firstAt: string;
  lastAt: string;
}

const NAME = "contacted-hosts";
const MOST_HOSTS = 200;

export async function readContactedHosts(vault: Vault): Promise<ContactedHost[]> {
  return hostsIn(await vault.document("settings", NAME));
}

function hostsIn(stored: unknown): ContactedHost[] {
  return Array.isArray(stored) ? stored.filter(isHost) : [];
}

/** Written once a day for each host; a call itself never waits for it. */
export async function noteContact(vault: Vault, host: string, nowMs: number): Promise<void> {
  if ((await vault.state()) !== "open") return;
  const at = new Date(nowMs).toISOString();
  const isSameDay = (one: ContactedHost) => one.lastAt.slice(0, 10) === at.slice(0, 10);
  const hosts = await readContactedHosts(vault);
  if (hosts.some((one) => one.host === host && isSameDay(one))) return;
  await vault.changeDocuments("settings", async (now) => {
    const stored = hostsIn(await now.read(NAME));
    const known = stored.find((one) => one.host === host);
    const others = stored.filter((one) => one.host !== host).slice(-MOST_HOSTS);
    return new Map([[NAME, [...others, { host, firstAt: known?.firstAt ?? at, lastAt: at }]]]);
  });
}

function isHost(value: unknown): value is ContactedHost {
  if (typeof value !== "object" || value === null) return false;
  const { host, firstAt, lastAt } = value as Record<string, unknown>;
  return [host, firstAt, lastAt].every((text) => typeof text === "string");
}

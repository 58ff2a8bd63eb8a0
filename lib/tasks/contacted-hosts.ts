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
  const stored = await vault.document("settings", NAME);
  return Array.isArray(stored) ? stored.filter(isHost) : [];
}

/** Written once a day for each host; a call itself never waits for it. */
export async function noteContact(vault: Vault, host: string, nowMs: number): Promise<void> {
  if ((await vault.state()) !== "open") return;
  const hosts = await readContactedHosts(vault);
  const known = hosts.find((one) => one.host === host);
  const at = new Date(nowMs).toISOString();
  if (known && known.lastAt.slice(0, 10) === at.slice(0, 10)) return;
  const others = hosts.filter((one) => one.host !== host).slice(-MOST_HOSTS);
  const noted = { host, firstAt: known?.firstAt ?? at, lastAt: at };
  await vault.putDocument("settings", NAME, [...others, noted]);
}

function isHost(value: unknown): value is ContactedHost {
  if (typeof value !== "object" || value === null) return false;
  const { host, firstAt, lastAt } = value as Record<string, unknown>;
  return [host, firstAt, lastAt].every((text) => typeof text === "string");
}

import type { Proof } from "../vault/proof";
import type { Finding } from "../vault/reconcile";
import type { Vault } from "../vault/vault";

/** One thing that happened to the vault. Never a name or a token. */
export type VaultEvent =
  | { kind: "created" | "older-accepted" | "passphrase" | "recovery-code" | "passkey" }
  | { kind: "unlocked"; by: Proof["kind"] }
  | { kind: "way-removed" | "vault-key" }
  | { kind: "backup" | "import"; keys: number }
  | { kind: "put-right"; finding: Finding["kind"]; rows: number };

export type VaultEntry = VaultEvent & { at: string };

const NAME = "vault-journal";
const MOST_ENTRIES = 300;
const KINDS: readonly string[] = [
  ...["created", "older-accepted", "passphrase", "recovery-code", "passkey", "unlocked"],
  ...["way-removed", "vault-key", "backup", "import", "put-right"],
];

/** Newest first. */
export async function readVaultJournal(vault: Vault): Promise<VaultEntry[]> {
  const stored = await vault.document("settings", NAME);
  return Array.isArray(stored) ? stored.filter(isEntry).reverse() : [];
}

/** Nothing that is kept depends on it: call it after the answer was given. */
export async function noteVaultEvents(
  vault: Vault,
  events: readonly VaultEvent[],
  nowMs: number,
): Promise<void> {
  if (events.length === 0 || (await vault.state()) !== "open") return;
  const at = new Date(nowMs).toISOString();
  const before = (await readVaultJournal(vault)).reverse();
  const entries = [...before, ...events.map((event) => ({ ...event, at }))];
  await vault.putDocument("settings", NAME, entries.slice(-MOST_ENTRIES));
}

function isEntry(value: unknown): value is VaultEntry {
  if (typeof value !== "object" || value === null) return false;
  const { at, kind } = value as Record<string, unknown>;
  return typeof at === "string" && typeof kind === "string" && KINDS.includes(kind);
}

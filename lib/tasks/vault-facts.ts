import type { ApiKey } from "../keys/api-key";
import type { AutoLockMinutes } from "../vault/auto-lock";
import type { VaultHealth } from "../vault/health";
import type { Vault } from "../vault/vault";
import { readBackupNote } from "./backup-note";
import { type ContactedHost, readContactedHosts } from "./contacted-hosts";
import { readVaultJournal, type VaultEntry } from "./vault-journal";

/** Everything the vault page draws. */
export interface VaultFacts {
  health: VaultHealth;
  autoLock: AutoLockMinutes;
  keyCount: number;
  /** Keys no API call has succeeded with yet. */
  unverified: number;
  mayBeExposed: number;
  backup: { at: string; missing: number } | null;
  hosts: ContactedHost[];
  /** Newest first; what was captured stands among what happened to the vault. */
  journal: (VaultEntry | { kind: "captured" | "pasted"; at: string; description: string })[];
}

export async function readVaultFacts(vault: Vault): Promise<VaultFacts> {
  const [health, keys, note, hosts, journal, autoLock] = await Promise.all([
    vault.health(),
    vault.keys(),
    readBackupNote(vault),
    readContactedHosts(vault),
    readVaultJournal(vault),
    vault.autoLockMinutes(),
  ]);
  const inBackup = new Set(note?.keyIds);
  const entries = [...journal, ...keys.map(savedEntry)];
  return {
    health,
    autoLock,
    keyCount: keys.length,
    unverified: keys.filter(({ verifiedAt }) => verifiedAt === null).length,
    mayBeExposed: keys.filter(({ mayBeExposed }) => mayBeExposed).length,
    backup: note && { at: note.at, missing: keys.filter(({ id }) => !inBackup.has(id)).length },
    hosts,
    journal: entries.sort((a, b) => b.at.localeCompare(a.at)),
  };
}

function savedEntry({ origin, savedAt, description }: ApiKey) {
  return { kind: origin, at: savedAt, description };
}

import type { ApiKey } from "../keys/api-key";
import type { Vault } from "../vault/vault";
import type { Documents } from "../vault/vault-reader";

/** The last backup that was made here and opened on trial. */
export interface BackupNote {
  at: string;
  keyIds: string[];
}

const NAME = "backup";

export async function readBackupNote(vault: Documents): Promise<BackupNote | null> {
  const stored = await vault.document("settings", NAME);
  if (typeof stored !== "object" || stored === null) return null;
  const { at, keyIds } = stored as Record<string, unknown>;
  if (typeof at !== "string" || !Array.isArray(keyIds)) return null;
  return { at, keyIds: keyIds.filter((id) => typeof id === "string") };
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** How many keys have been kept for a week and are in no backup that was made here. */
export async function countUnbacked(
  vault: Documents,
  keys: readonly ApiKey[],
  nowMs: number,
): Promise<number> {
  const inBackup = new Set((await readBackupNote(vault))?.keyIds);
  const isOld = ({ savedAt }: ApiKey) => nowMs - Date.parse(savedAt) >= WEEK_MS;
  return keys.filter((key) => isOld(key) && !inBackup.has(key.id)).length;
}

export function writeBackupNote(vault: Vault, keyIds: unknown, nowMs: number): Promise<void> {
  const ids = Array.isArray(keyIds) ? keyIds.filter((id) => typeof id === "string") : [];
  return vault.putDocument("settings", NAME, { at: new Date(nowMs).toISOString(), keyIds: ids });
}

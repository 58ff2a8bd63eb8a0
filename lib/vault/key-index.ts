import type { ApiKey } from "../keys/api-key";
import { DamagedVaultError } from "./errors";
import { unpack } from "./pack";
import { readDocument } from "./read-document";
import type { VaultGate } from "./vault-gate";

/** One document with what the list shows of every key, so that a large vault is not opened row by row. */
export const KEY_INDEX = { kind: "snapshot", name: "key-index" } as const;
/** So many keys are opened one by one as fast as an index is read. */
export const FEW_KEYS = 20;

/** A key as it was opened, with the manifest's hash of the row it was opened from. */
export interface IndexedKey {
  hash: string;
  key: ApiKey;
}

/**
 * What the index holds. A key of it counts only while the manifest still pins the very row it was
 * opened from, so an index that is behind shows nothing old: what changed is opened by itself.
 *
 * @returns Nothing where there is none or it cannot be read: the rows tell all of it, only later.
 */
export async function readKeyIndex(gate: VaultGate): Promise<IndexedKey[]> {
  const { kind, name } = KEY_INDEX;
  const stored = await readDocument(gate, kind, name).catch((error: unknown) => {
    if (error instanceof DamagedVaultError) return null;
    throw error;
  });
  // Only `refreshKeyIndex` writes it, under the vault's seal; so its shape is trusted.
  return typeof stored === "string" ? (JSON.parse(await unpack(stored)) as IndexedKey[]) : [];
}

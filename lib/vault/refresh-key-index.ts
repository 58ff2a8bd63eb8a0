import { writeDocument } from "./documents";
import { TooLargeError } from "./errors";
import { FEW_KEYS, type IndexedKey, KEY_INDEX, type PackedIndex, readKeyIndex } from "./key-index";
import { alike, toColumns } from "./make-columns";
import { pack } from "./pack";
import { listedHash, listKeys } from "./read-records";
import { readWithManifest } from "./read-with-manifest";
import type { VaultGate } from "./vault-gate";

/**
 * Writes the index anew where it misses many keys or holds one that was removed. Small vaults do
 * without.
 *
 * @returns Whether it was written.
 */
export async function refreshKeyIndex(gate: VaultGate): Promise<boolean> {
  const keys = await gate.keys();
  await listKeys(gate);
  const { stored } = await readWithManifest(gate.place.db, async () => null);
  const manifest = await gate.verified(keys, stored);
  const records = manifest?.rows.filter(({ kind }) => kind === "record") ?? [];
  if (records.length <= FEW_KEYS) return false;
  const present = (await readKeyIndex(gate, keys))?.indexed ?? [];
  const indexed = new Set(present.map(({ hash }) => hash));
  const listed = new Set(records.map(({ id }) => id));
  const content = records.flatMap((entry): IndexedKey[] => {
    const hash = listedHash(entry);
    // As this context opened that very row: never what another moment said.
    const key = gate.remembered(entry.id, hash);
    return key && hash !== undefined ? [{ hash, key }] : [];
  });
  const missing = content.filter(({ hash }) => !indexed.has(hash)).length;
  const holdsRemoved = present.some(({ key }) => !listed.has(key.id));
  if (missing <= FEW_KEYS && !holdsRemoved) return false;
  try {
    await writeDocument(gate, KEY_INDEX.kind, KEY_INDEX.name, await packIndex(content));
    return true;
  } catch (error) {
    // Tens of thousands of keys: they are opened one by one, as without an index.
    if (error instanceof TooLargeError) return false;
    throw error;
  }
}

/** Those that are not of the first one's shape are left out; they are opened one by one. */
function packIndex(indexed: readonly IndexedKey[]): Promise<string> {
  const [first] = indexed;
  const fitting = indexed.filter(({ key }) => first && alike(first.key, key));
  const content: PackedIndex = {
    hashes: fitting.map(({ hash }) => hash),
    keys: toColumns(fitting.map(({ key }) => key)),
  };
  return pack(JSON.stringify(content));
}

import type { ApiKey } from "../keys/api-key";
import { type Columns, fromColumns } from "./columns";
import { DamagedVaultError } from "./errors";
import type { Manifest } from "./manifest";
import { unpack } from "./pack";
import { readProven } from "./read-document";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

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
 * @returns `null` where it cannot be read: the rows tell all of it, only later.
 */
export async function readKeyIndex(
  gate: VaultGate,
  keys: VaultKeys,
): Promise<{ indexed: IndexedKey[]; manifest: Manifest } | null> {
  const { kind, name } = KEY_INDEX;
  const found = await readProven(gate, keys, kind, name).catch((error: unknown) => {
    if (error instanceof DamagedVaultError) return null;
    throw error;
  });
  if (!found) return null;
  const { content, manifest } = found;
  return { indexed: typeof content === "string" ? await unpackIndex(content) : [], manifest };
}

type Read = Awaited<ReturnType<typeof readKeyIndex>>;

/** By what was heard of the unlock that is under way. */
const openedAhead = new WeakMap<object, Promise<Read>>();

/** The vault is opening: reads its index while the session is still being begun. */
export async function readKeyIndexAhead(gate: VaultGate): Promise<void> {
  const { told } = gate;
  // Nothing is asked of the disk: only what was read ahead is known to be what was proven.
  if (!told || !gate.toldManifest) return;
  const reading = told.keys.then((keys) => readKeyIndex(gate, keys));
  openedAhead.set(told, reading);
  // Whoever asks for it is told.
  await Promise.allSettled([reading]);
}

/** {@link readKeyIndex}, where it was read ahead for the session under way. */
export function keyIndexReadAhead(gate: VaultGate): Promise<Read> | undefined {
  return gate.told ? openedAhead.get(gate.told) : undefined;
}

/** What is kept of it: packed JSON. */
export interface PackedIndex {
  hashes: string[];
  keys: Columns;
}

async function unpackIndex(packed: string): Promise<IndexedKey[]> {
  // Only `refreshKeyIndex` writes it, under the vault's seal; so its shape is trusted.
  const { hashes, keys } = JSON.parse(await unpack(packed)) as Partial<PackedIndex>;
  // As it was kept before there were columns: it is written anew soon.
  if (!hashes || !keys) return [];
  return fromColumns<ApiKey>(keys).map((key, at) => ({ hash: hashes[at] as string, key }));
}

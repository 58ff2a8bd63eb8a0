import { pack, unpack } from "../../vault/pack";
import type { DocumentChange, DocumentsNow, Vault } from "../../vault/vault";
import type { Documents } from "../../vault/vault-reader";

/** Below the vault's limit for one document, with room for the words around it. */
const SHARD_CHARACTERS = 1_200_000;

interface Head {
  /** How many shards follow the first; they carry the same stamp, or they belong to another writing. */
  more: number;
  stamp: string;
  text: string;
}

/**
 * Keeps a large value as compressed JSON, in as many documents as it takes. Lists of an API shrink
 * to a fifth, and every row less is a row less to encrypt, to verify and to read.
 *
 * @throws `VaultLockedError`, `NotSavedError`
 */
export async function putPacked(vault: Vault, name: string, value: unknown): Promise<void> {
  const documents = await packedAs(name, value);
  await vault.changeDocuments("snapshot", (now) => inPlaceOf(now, name, documents));
}

/**
 * The same for a value that is made from the one before: two changes at once are both in it.
 *
 * @param change - May run several times; gets `null` when nothing was kept, or nothing that is whole.
 */
export async function changePacked<T>(
  vault: Vault,
  name: string,
  change: (before: T | null) => T,
): Promise<void> {
  await vault.changeDocuments("snapshot", async (now) => {
    const before = await unpacked<T>((one) => now.read(one), name);
    return inPlaceOf(now, name, await packedAs(name, change(before)));
  });
}

/** `null` when nothing was kept, or nothing that is whole. Shapes are trusted: only we write under the vault's seal. */
export function readPacked<T>(vault: Documents, name: string): Promise<T | null> {
  return unpacked((one) => vault.document("snapshot", one), name);
}

/** Takes away what a larger value before this one has left. */
export async function inPlaceOf(
  now: DocumentsNow,
  name: string,
  documents: ReadonlyMap<string, unknown>,
): Promise<DocumentChange> {
  const change = new Map(documents);
  for (let at = documents.size; await now.has(shardName(name, at)); at++)
    change.set(shardName(name, at), undefined);
  return change;
}

async function packedAs(name: string, value: unknown): Promise<Map<string, unknown>> {
  const packed = await pack(JSON.stringify(value));
  const texts: string[] = [];
  for (let at = 0; at < packed.length || at === 0; at += SHARD_CHARACTERS) {
    texts.push(packed.slice(at, at + SHARD_CHARACTERS));
  }
  const stamp = crypto.randomUUID();
  const head: Head = { more: texts.length - 1, stamp, text: texts[0] ?? "" };
  return new Map<string, unknown>(
    texts.map((text, at) => [shardName(name, at), at === 0 ? head : { stamp, text }]),
  );
}

async function unpacked<T>(
  read: (name: string) => Promise<unknown>,
  name: string,
): Promise<T | null> {
  const head = (await read(name)) as Head | null;
  if (head === null) return null;
  let packed = head.text;
  for (let at = 1; at <= head.more; at++) {
    const shard = (await read(shardName(name, at))) as Head | null;
    if (shard?.stamp !== head.stamp) return null;
    packed += shard.text;
  }
  return JSON.parse(await unpack(packed)) as T;
}

function shardName(name: string, at: number): string {
  return at === 0 ? name : `${name}#${at}`;
}

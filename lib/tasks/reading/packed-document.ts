import { pack, unpack } from "../../vault/pack";
import type { Vault } from "../../vault/vault";
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
  const packed = await pack(JSON.stringify(value));
  const texts: string[] = [];
  for (let at = 0; at < packed.length || at === 0; at += SHARD_CHARACTERS) {
    texts.push(packed.slice(at, at + SHARD_CHARACTERS));
  }
  const stamp = crypto.randomUUID();
  // The head last: a reader never meets a head whose shards are not there yet.
  for (const [at, text] of texts.entries()) {
    if (at > 0) await vault.putDocument("snapshot", `${name}#${at}`, { stamp, text });
  }
  const head: Head = { more: texts.length - 1, stamp, text: texts[0] ?? "" };
  await vault.putDocument("snapshot", name, head);
}

/** `null` when nothing was kept, or when another writing is under way. Shapes are trusted: only we write under the vault's seal. */
export async function readPacked<T>(vault: Documents, name: string): Promise<T | null> {
  const head = (await vault.document("snapshot", name)) as Head | null;
  if (head === null) return null;
  let packed = head.text;
  for (let at = 1; at <= head.more; at++) {
    const shard = (await vault.document("snapshot", `${name}#${at}`)) as Head | null;
    if (shard?.stamp !== head.stamp) return null;
    packed += shard.text;
  }
  return JSON.parse(await unpack(packed)) as T;
}

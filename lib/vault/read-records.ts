import type { ApiKey } from "../keys/api-key";
import { DamagedVaultError, NewerFormatError, NoSuchKeyError } from "./errors";
import { keyIndexReadAhead, readKeyIndex } from "./key-index";
import { entryFor, type Manifest, type RowEntry } from "./manifest";
import { readManifestTogether } from "./read-together";
import { type ReadStores, readWithManifest } from "./read-with-manifest";
import { openListed, pinsOf } from "./row-set";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

/** What a list shows. */
export const LISTED = 1;
/** The token, opened only at the moment of use. */
export const SECRET = 2;

/** More than this many new rows are read in one go. */
const FEW = 50;

/**
 * All keys that can be read; what cannot is told by `damagedRows`. A key this context has opened
 * before, or the index holds, is not opened again while the manifest, proven anew each time, pins
 * the same row.
 */
export async function listKeys(gate: VaultGate): Promise<ApiKey[]> {
  const keys = await gate.keys();
  const { db } = gate.place;
  const manifest = gate.remembersKeys
    ? (await readManifestTogether(gate, keys)).manifest
    : await learnIndex(gate, keys);
  if (!gate.remembersKeys) return listAll(gate, keys);
  const entries = manifest?.rows.filter(({ kind }) => kind === "record");
  const open = entries?.map((entry) => gate.remembered(entry.id, listedHash(entry)) ?? entry.id);
  const missing = open?.filter((one) => typeof one === "string");
  if (!open || !missing || missing.length > FEW) return listAll(gate, keys);
  if (missing.length === 0) return open.filter((one) => typeof one !== "string");
  const again = await readWithManifest(db, ({ rows }) =>
    Promise.all(missing.map((id) => rows.get(["record", LISTED, id]) as Promise<unknown>)),
  );
  // Changed between the two looks: everything is read at one moment then.
  if ((await gate.verified(keys, again.stored)) !== manifest) return listAll(gate, keys);
  const opened = await openAll(gate, keys, manifest, again.found);
  return [...open.filter((one) => typeof one !== "string"), ...opened];
}

/** Remembers what the index holds. @returns the manifest of that moment, where both can be read. */
async function learnIndex(gate: VaultGate, keys: VaultKeys): Promise<Manifest | null> {
  const index = await (keyIndexReadAhead(gate) ?? readKeyIndex(gate, keys));
  for (const { key, hash } of index?.indexed ?? []) gate.remember(keys, key, hash);
  return index?.manifest ?? null;
}

async function listAll(gate: VaultGate, keys: VaultKeys): Promise<ApiKey[]> {
  const { stored, found } = await readWithManifest(gate.place.db, ({ rows }) =>
    rows.getAll(rowsOf("record", LISTED)),
  );
  return openAll(gate, keys, await gate.verified(keys, stored), found);
}

async function openAll(
  gate: VaultGate,
  keys: VaultKeys,
  manifest: Manifest | null,
  found: readonly unknown[],
): Promise<ApiKey[]> {
  const pins = manifest && pinsOf(manifest);
  const opened = await Promise.all(found.map((value) => openListed(keys, pins, value)));
  return opened.flatMap((record) => {
    if (!record) return [];
    const key = keyFrom(record.row.id, record.content);
    gate.remember(keys, key, pins?.(record.row)?.hash);
    return [{ ...key }];
  });
}

/** The manifest's hash of what the list shows of a key. */
export function listedHash({ parts }: RowEntry): string | undefined {
  return parts.find(({ part }) => part === LISTED)?.hash;
}

/** @throws {@link NoSuchKeyError}, {@link DamagedVaultError} */
export async function readKey(gate: VaultGate, id: string): Promise<ApiKey> {
  return keyFrom(id, await readPart(gate, id, LISTED));
}

/** @throws {@link NoSuchKeyError}, {@link DamagedVaultError} */
export async function readToken(gate: VaultGate, id: string): Promise<string> {
  const { schema, token } = await readPart(gate, id, SECRET);
  if (schema !== 1) throw new NewerFormatError();
  if (typeof token !== "string") throw new DamagedVaultError([id]);
  return token;
}

async function readPart(gate: VaultGate, id: string, part: number) {
  const keys = await gate.keys();
  const { stored, found } = await readWithManifest(gate.place.db, readerOf(id, part));
  const manifest = await gate.verified(keys, stored);
  if (manifest) existing(manifest, id);
  const record = await openListed(keys, manifest && pinsOf(manifest), found);
  if (!record) throw new DamagedVaultError([id]);
  return record.content;
}

export function readerOf(id: string, part: number): (stores: ReadStores) => Promise<unknown> {
  return ({ rows }) => rows.get(["record", part, id]);
}

export function existing(manifest: Manifest, id: string): RowEntry {
  const entry = entryFor(manifest, "record", id);
  if (!entry) throw new NoSuchKeyError();
  return entry;
}

export function keyFrom(id: string, { schema, key }: Record<string, unknown>): ApiKey {
  if (schema !== 1) throw new NewerFormatError();
  return { ...(key as Omit<ApiKey, "id">), id };
}

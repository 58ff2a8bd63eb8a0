import type { ApiKey } from "../keys/api-key";
import { DamagedVaultError, NewerFormatError, NoSuchKeyError } from "./errors";
import { entryFor, type Manifest, type RowEntry } from "./manifest";
import { type ReadStores, readWithManifest } from "./read-with-manifest";
import { openListed, pinsOf } from "./row-set";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";

/** What a list shows. */
export const LISTED = 1;
/** The token, opened only at the moment of use. */
export const SECRET = 2;

/** All keys that can be read; what cannot is told by `damagedRows`. */
export async function listKeys(gate: VaultGate): Promise<ApiKey[]> {
  const keys = await gate.keys();
  const { stored, found } = await readWithManifest(gate.place.db, ({ rows }) =>
    rows.getAll(rowsOf("record", LISTED)),
  );
  const manifest = await gate.verified(keys, stored);
  const pins = manifest && pinsOf(manifest);
  const opened = await Promise.all(found.map((value) => openListed(keys, pins, value)));
  return opened.flatMap((record) => (record ? [keyFrom(record.row.id, record.content)] : []));
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

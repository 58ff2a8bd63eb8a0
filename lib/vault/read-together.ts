import { parseRow, type Row } from "./format";
import { entryFor, type Manifest, type PartEntry, readManifest } from "./manifest";
import type { DocumentKind } from "./read-document";
import { readWithManifest } from "./read-with-manifest";
import type { VaultGate } from "./vault-gate";
import { documentId, type VaultKeys } from "./vault-key";

/** A document's rows and the manifest of the same moment. */
export interface Found {
  id: string;
  /** `null` when it was not written with this vault key. */
  manifest: Manifest | null;
  /** One for each part the manifest lists; `undefined` where it is missing. */
  rows: unknown[];
}

interface Place {
  kind: DocumentKind;
  id: string;
}

interface Wanted {
  kind: DocumentKind;
  name: string;
}

/** Those who asked in one turn. */
interface Gathering {
  keys: VaultKeys;
  wanted: Wanted[];
  read: Promise<Gathered>;
}

interface Gathered {
  /** What stands at {@link MANIFEST_KEY}. */
  stored: unknown;
  manifest: Manifest | null;
  found: Found[];
}

/** Who asks in one turn does so within so many steps of it. */
const STEPS = 8;

const gatherings = new WeakMap<VaultGate, Gathering>();

/**
 * Whoever asks for a document in the same turn is answered from one transaction and one proof of
 * the manifest: a view that opens asks for ten documents, and the manifest of a large vault is the
 * largest row there is.
 */
export async function readTogether(
  gate: VaultGate,
  keys: VaultKeys,
  document: Wanted,
): Promise<Found> {
  const { wanted, read } = gather(gate, keys);
  const at = wanted.push(document) - 1;
  return (await read).found[at] as Found;
}

/** The manifest alone, or of the moment of the documents that are asked for in the same turn. */
export function readManifestTogether(gate: VaultGate, keys: VaultKeys): Promise<Gathered> {
  return gather(gate, keys).read;
}

function gather(gate: VaultGate, keys: VaultKeys): Gathering {
  const open = gatherings.get(gate);
  if (open?.keys === keys) return open;
  const wanted: Wanted[] = [];
  const gathering = { keys, wanted, read: readAll(gate, keys, wanted) };
  gatherings.set(gate, gathering);
  return gathering;
}

async function readAll(gate: VaultGate, keys: VaultKeys, wanted: Wanted[]): Promise<Gathered> {
  // Nobody has said yet what they want.
  for (let step = 0; step < STEPS; step++) await null;
  const places: Place[] = [];
  while (places.length < wanted.length) {
    const more = wanted.slice(places.length).map(async ({ kind, name }) => {
      return { kind, id: await documentId(keys, kind, name) };
    });
    places.push(...(await Promise.all(more)));
  }
  // From here on others gather anew.
  if (gatherings.get(gate)?.wanted === wanted) gatherings.delete(gate);
  const { stored, found } =
    foundAhead(gate, places) ??
    (await readWithManifest(gate.place.db, async ({ rows }, stored) => {
      const row = parseRow(await stored);
      return Promise.all(
        places.map((place) =>
          Promise.all(
            partsAt(row, place).map(
              // One that was read ahead has this hash, so it is the row the manifest means.
              ({ part, hash }) => gate.ahead.get(hash) ?? rows.get([place.kind, part, place.id]),
            ),
          ),
        ),
      );
    }));
  const manifest = await gate.verified(keys, stored);
  return {
    stored,
    manifest,
    found: places.map(({ id }, at) => ({ id, manifest, rows: found[at] ?? [] })),
  };
}

/** `null` where anything of it has to be looked up. */
function foundAhead(gate: VaultGate, places: Place[]) {
  const stored = gate.toldManifest;
  const found = places.map((place) =>
    partsAt(stored, place).map(({ hash }) => gate.ahead.get(hash)),
  );
  return stored && !found.flat().includes(undefined) ? { stored, found } : null;
}

/** Unproven as yet: good for knowing which rows to fetch, and for nothing else. */
function partsAt(row: Row | null, { kind, id }: Place): PartEntry[] {
  const listed = row && readManifest(row);
  return (listed && entryFor(listed, kind, id)?.parts) ?? [];
}

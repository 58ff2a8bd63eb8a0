import { DamagedVaultError } from "./errors";
import { entryFor } from "./manifest";
import { readWithManifest } from "./read-with-manifest";
import { openListed, pinsOf } from "./row-set";
import type { VaultGate } from "./vault-gate";
import { documentId, type VaultKeys } from "./vault-key";

export type DocumentKind = "settings" | "snapshot";

/** A part's number is one byte. */
export const MAX_PIECES = 255;
/** Most documents have one part. */
const PARTS_AT_ONCE = 8;

/**
 * @param known - The key, where no session has begun yet.
 * @throws {@link DamagedVaultError} when it was written but cannot be read.
 */
export async function readDocument(
  gate: VaultGate,
  kind: DocumentKind,
  name: string,
  known?: VaultKeys,
): Promise<unknown> {
  const keys = known ?? (await gate.keys());
  const id = await documentId(keys, kind, name);
  const { stored, found } = await readWithManifest(gate.place.db, ({ rows }) =>
    partsOf((part) => rows.get([kind, part, id])),
  );
  const manifest = await gate.verified(keys, stored);
  if (!manifest) throw new DamagedVaultError([id]);
  const entry = entryFor(manifest, kind, id);
  if (!entry) return null;
  const pins = pinsOf(manifest);
  const parts = await Promise.all(found.map((value) => openListed(keys, pins, value)));
  const texts = parts
    .sort((a, b) => (a?.row.part ?? 0) - (b?.row.part ?? 0))
    .map((part, at) => {
      const { text, of, schema, name: own } = part?.content ?? {};
      const belongs = part?.row.part === at + 1 && of === parts.length && own === name;
      return belongs && schema === 1 && typeof text === "string" ? text : null;
    });
  if (texts.length !== entry.parts.length || texts.includes(null))
    throw new DamagedVaultError([id]);
  return JSON.parse(texts.join(""));
}

/** Parts are numbered from 1 without a gap, so no row of another document is read to find them. */
async function partsOf<T>(get: (part: number) => Promise<T | undefined>): Promise<T[]> {
  const found: T[] = [];
  for (let first = 1; first <= MAX_PIECES; first += PARTS_AT_ONCE) {
    const asked = Array.from({ length: PARTS_AT_ONCE }, (_, at) => get(first + at));
    for (const part of await Promise.all(asked)) {
      if (part === undefined) return found;
      found.push(part);
    }
  }
  return found;
}

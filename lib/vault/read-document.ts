import { DamagedVaultError } from "./errors";
import { entryFor, type Manifest } from "./manifest";
import { readTogether } from "./read-together";
import { openListed, pinsOf } from "./row-set";
import type { VaultGate } from "./vault-gate";
import { documentId, type VaultKeys } from "./vault-key";

export type DocumentKind = "settings" | "snapshot";

/** A part's number is one byte. */
export const MAX_PIECES = 255;

/**
 * @param known - The key, where no session has begun yet.
 * @param proven - The manifest, where it was proven just now: it is not read again then.
 * @throws {@link DamagedVaultError} when it was written but cannot be read.
 */
export async function readDocument(
  gate: VaultGate,
  kind: DocumentKind,
  name: string,
  known?: VaultKeys,
  proven: Manifest | null = null,
): Promise<unknown> {
  const keys = known ?? (await gate.keys());
  if (proven) {
    const id = await documentId(keys, kind, name);
    const parts = entryFor(proven, kind, id)?.parts ?? [];
    const rows = await Promise.all(
      parts.map(({ part }): Promise<unknown> => gate.place.db.get("rows", [kind, part, id])),
    );
    const [read] = await Promise.allSettled([contentOf(keys, proven, { kind, id, name }, rows)]);
    if (read.status === "fulfilled") return read.value;
    // Damaged, or changed in between: the one moment of the whole way tells.
  }
  return (await readProven(gate, keys, kind, name)).content;
}

/** The document with the manifest that pins it, both of one moment. */
export async function readProven(
  gate: VaultGate,
  keys: VaultKeys,
  kind: DocumentKind,
  name: string,
): Promise<{ content: unknown; manifest: Manifest }> {
  const { id, manifest, rows } = await readTogether(gate, keys, { kind, name });
  if (!manifest) throw new DamagedVaultError([id]);
  return { content: await contentOf(keys, manifest, { kind, id, name }, rows), manifest };
}

async function contentOf(
  keys: VaultKeys,
  manifest: Manifest,
  { kind, id, name }: { kind: DocumentKind; id: string; name: string },
  rows: unknown[],
): Promise<unknown> {
  const entry = entryFor(manifest, kind, id);
  if (!entry) return null;
  const pins = pinsOf(manifest);
  const parts = await Promise.all(rows.map((value) => openListed(keys, pins, value)));
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

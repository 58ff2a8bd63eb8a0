import { DamagedVaultError } from "./errors";
import { entryFor, type Manifest } from "./manifest";
import { readTogether } from "./read-together";
import { openListed, pinsOf } from "./row-set";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

export type DocumentKind = "settings" | "snapshot";

/** A part's number is one byte. */
export const MAX_PIECES = 255;

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
  const entry = entryFor(manifest, kind, id);
  if (!entry) return { content: null, manifest };
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
  return { content: JSON.parse(texts.join("")), manifest };
}

import { canonicalJson } from "./canonical-json";
import { commit, readWithManifest } from "./commit";
import { sealRow } from "./envelope";
import { DamagedVaultError, TooLargeError } from "./errors";
import type { Row } from "./format";
import { ROW_LIMIT_BYTES } from "./format";
import { entryFor, entryOf, withEntry } from "./manifest";
import { padJson } from "./padding";
import { openListed, pinsOf } from "./row-set";
import type { RowKey } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import { documentId, type VaultKeys } from "./vault-key";

export type DocumentKind = "settings" | "snapshot";

/** UTF-16 units; three bytes each at worst, which fits a row together with the name. */
const PIECE_UNITS = 5000;
/** A part's number is one byte. */
const MAX_PIECES = 255;
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

/** @throws {@link TooLargeError} beyond 1,275,000 UTF-16 units of JSON; {@link NotSavedError} */
export async function writeDocument(
  gate: VaultGate,
  kind: DocumentKind,
  name: string,
  value: unknown,
): Promise<void> {
  const keys = await gate.keys();
  const id = await documentId(keys, kind, name);
  const pieces = piecesOf(canonicalJson(value));
  await commit(gate, keys, {
    read: async () => null,
    make: async (manifest, _, generation) => {
      const before = entryFor(manifest, kind, id)?.parts ?? [];
      const revision = Math.max(0, ...before.map((entry) => entry.revision)) + 1;
      const put = await Promise.all(
        pieces.map((text, at) => {
          const content = { schema: 1, name, of: pieces.length, text };
          const place = { kind, id, part: at + 1, revision, generation };
          return sealRow(keys, place, padJson(content, ROW_LIMIT_BYTES));
        }),
      );
      const remove = before
        .filter(({ part }) => part > pieces.length)
        .map(({ part }): RowKey => [kind, part, id]);
      const entry = await entryOf(put as [Row, ...Row[]]);
      return { manifest: withEntry(manifest, entry), put, remove };
    },
  });
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

/** A piece never ends between the halves of one character, which UTF-8 could not write. */
function piecesOf(json: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < json.length; ) {
    const end = from + PIECE_UNITS;
    const splits = /[\uD800-\uDBFF]/.test(json.charAt(end - 1)) && end < json.length;
    pieces.push(json.slice(from, splits ? end - 1 : end));
    from = splits ? end - 1 : end;
  }
  if (pieces.length > MAX_PIECES) throw new TooLargeError();
  return pieces;
}

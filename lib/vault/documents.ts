import { utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { commit } from "./commit";
import { TooLargeError } from "./errors";
import type { Row } from "./format";
import { ROW_LIMIT_BYTES } from "./format";
import { entryFor, type Manifest } from "./manifest";
import { padJson } from "./padding";
import { type DocumentKind, MAX_PIECES, readDocument } from "./read-document";
import { entryOf, withEntry, withoutEntry } from "./seal-manifest";
import { sealRow } from "./seal-row";
import type { RowKey } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import { documentId, type VaultKeys } from "./vault-key";

/** UTF-16 units; three bytes each at worst, which fits a row together with the name. */
const PIECE_UNITS = 5000;
/** So many fit where hardly any takes more than a byte, as in all that is packed. */
const PLAIN_UNITS = 15_000;
const PLAIN_BYTES = 15_100;
/** Whatever the letters: nobody could say beforehand how long a text may be otherwise. */
const MOST_UNITS = MAX_PIECES * PIECE_UNITS;

/** The documents of one kind as a change finds them. */
export interface DocumentsNow {
  /** `null` when there is none. */
  read(name: string): Promise<unknown>;
  has(name: string): Promise<boolean>;
}

/** What becomes of documents, by name; `undefined` takes one away. */
export type DocumentChange = ReadonlyMap<string, unknown>;

/** @throws {@link TooLargeError} beyond 1,275,000 UTF-16 units of JSON; {@link NotSavedError} */
export function writeDocument(
  gate: VaultGate,
  kind: DocumentKind,
  name: string,
  value: unknown,
): Promise<void> {
  return changeDocuments(gate, kind, async () => new Map([[name, value]]));
}

/**
 * Reads documents and writes them anew as one change: nobody else's writing falls in between, and
 * either all of it stands or nothing.
 *
 * @param make - Runs again where another writer was faster.
 * @throws {@link TooLargeError}, {@link NotSavedError}, and whatever `make` throws.
 */
export async function changeDocuments(
  gate: VaultGate,
  kind: DocumentKind,
  make: (now: DocumentsNow) => Promise<DocumentChange>,
): Promise<void> {
  const keys = await gate.keys();
  await commit(gate, keys, {
    read: null,
    make: async (manifest, _, generation) => {
      const change = await make({
        // Of a later moment than the manifest, if anything; then this try comes to nothing.
        read: (name) => readDocument(gate, kind, name, keys, manifest),
        has: async (name) =>
          entryFor(manifest, kind, await documentId(keys, kind, name)) !== undefined,
      });
      const next = { manifest, put: [] as Row[], remove: [] as RowKey[] };
      for (const [name, value] of change) {
        const id = await documentId(keys, kind, name);
        const one =
          value === undefined
            ? null
            : await sealed(keys, manifest, { kind, id, name, value, generation });
        const kept = one?.put.length ?? 0;
        const before = entryFor(manifest, kind, id)?.parts ?? [];
        const gone = before.filter(({ part }) => part > kept);
        next.manifest = one
          ? withEntry(next.manifest, one.entry)
          : withoutEntry(next.manifest, kind, id);
        next.put.push(...(one?.put ?? []));
        next.remove.push(...gone.map(({ part }): RowKey => [kind, part, id]));
      }
      return next;
    },
  });
}

/** A document's rows, and how the manifest lists them. */
async function sealed(
  keys: VaultKeys,
  manifest: Manifest,
  document: { kind: DocumentKind; id: string; name: string; value: unknown; generation: number },
) {
  const { kind, id, name, value, generation } = document;
  const pieces = piecesOf(canonicalJson(value));
  const before = entryFor(manifest, kind, id)?.parts ?? [];
  const revision = Math.max(0, ...before.map((entry) => entry.revision)) + 1;
  const put = await Promise.all(
    pieces.map((text, at) => {
      const content = { schema: 1, name, of: pieces.length, text };
      const place = { kind, id, part: at + 1, revision, generation };
      return sealRow(keys, place, padJson(content, ROW_LIMIT_BYTES));
    }),
  );
  return { put, entry: await entryOf(put as [Row, ...Row[]]) };
}

/** A piece never ends between the halves of one character, which UTF-8 could not write. */
function piecesOf(json: string): string[] {
  if (json.length > MOST_UNITS) throw new TooLargeError();
  const pieces: string[] = [];
  for (let from = 0; from < json.length; ) {
    const isPlain = bytesOf(json.slice(from, from + PLAIN_UNITS)) <= PLAIN_BYTES;
    const end = from + (isPlain ? PLAIN_UNITS : PIECE_UNITS);
    const splits = /[\uD800-\uDBFF]/.test(json.charAt(end - 1)) && end < json.length;
    pieces.push(json.slice(from, splits ? end - 1 : end));
    from = splits ? end - 1 : end;
  }
  return pieces;
}

/** As the text of a piece stands in its row. */
function bytesOf(text: string): number {
  return utf8(JSON.stringify(text)).length;
}

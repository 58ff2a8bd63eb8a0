import { utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { commit } from "./commit";
import { TooLargeError } from "./errors";
import type { Row } from "./format";
import { ROW_LIMIT_BYTES } from "./format";
import { entryFor } from "./manifest";
import { padJson } from "./padding";
import { type DocumentKind, MAX_PIECES } from "./read-document";
import { entryOf, withEntry } from "./seal-manifest";
import { sealRow } from "./seal-row";
import type { RowKey } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import { documentId } from "./vault-key";

/** UTF-16 units; three bytes each at worst, which fits a row together with the name. */
const PIECE_UNITS = 5000;
/** So many fit where hardly any takes more than a byte, as in all that is packed. */
const PLAIN_UNITS = 15_000;
const PLAIN_BYTES = 15_100;
/** Whatever the letters: nobody could say beforehand how long a text may be otherwise. */
const MOST_UNITS = MAX_PIECES * PIECE_UNITS;

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
    read: null,
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

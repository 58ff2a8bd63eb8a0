import { partHash } from "./envelope";
import { parseRow, type Row } from "./format";
import { isCopyOf, mirrorNames, nameOfRow } from "./mirror";
import type { SecondPlace } from "./second-place";
import type { RowKey, VaultDb } from "./vault-db";

/** What stood in both copies when they were gone through; each row for itself, at a moment of its own. */
export interface Survey {
  /** Rows that are the same in both, by their name in the second copy, and what a list would pin them by. */
  equal: Map<string, { revision: number; hash: string }>;
  /** Of all rows in the first copy. */
  keys: RowKey[];
  /** Of all entries in the second copy. */
  names: string[];
}

/** Twenty thousand rows at once keep disk and processor for seconds, and whoever saves would wait. */
const PORTION_ROWS = 500;

/**
 * Goes through both copies without keeping anyone from writing. What is told of a row that was
 * written meanwhile does not fit the list any more, and so settles nothing.
 */
export async function surveyCopies(db: VaultDb, second: SecondPlace): Promise<Survey> {
  const names = await mirrorNames(second).catch(() => []);
  const equal: Survey["equal"] = new Map();
  const keys: RowKey[] = [];
  // Every key is a list, and the empty list comes before all of them.
  let after: IDBValidKey = [];
  for (;;) {
    const beyond = IDBKeyRange.lowerBound(after, true);
    const values: unknown[] = await db.getAll("rows", beyond, PORTION_ROWS);
    for (const [name, facts] of await equalAmong(values, second)) equal.set(name, facts);
    const own = values.map(keyOf);
    keys.push(...own);
    const last = own.at(-1);
    if (!last) return { equal, keys, names };
    after = last;
  }
}

async function equalAmong(values: readonly unknown[], { mirror }: SecondPlace) {
  const rows = values.flatMap((value) => parseRow(value) ?? []).filter(isNoManifest);
  // A second copy that cannot be read is as good as none.
  const entries = await mirror.getEach(rows.map(nameOfRow)).catch(() => null);
  const equal = rows.filter((row) => isCopyOf(row, entries?.[nameOfRow(row)]));
  return Promise.all(
    equal.map(async (row) => {
      const { revision } = row;
      return [nameOfRow(row), { revision, hash: await partHash(row) }] as const;
    }),
  );
}

/** Manifests prove themselves, and one of a large vault is larger than many portions. */
function isNoManifest({ kind }: Row): boolean {
  return kind !== "manifest";
}

/** Of a value that is on the disk: the database lets nothing in without these. */
export function keyOf(value: unknown): RowKey {
  const { kind, part, id } = value as { kind: string; part: number; id: string };
  return [kind, part, id];
}

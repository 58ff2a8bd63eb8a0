import { partHash } from "./envelope";
import { parseRow, type Row } from "./format";
import type { Manifest } from "./manifest";
import { isCopyOf, mirrorNames, nameOfRow, rowName } from "./mirror";
import type { SecondPlace } from "./second-place";
import type { RowKey, VaultDb } from "./vault-db";
import type { VaultGate } from "./vault-gate";

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
const PORTION_ROWS = 250;
/** About as long as a portion takes. */
const REST_MS = 50;

/**
 * Goes through both copies without keeping anyone from writing. What is told of a row that was
 * written meanwhile does not fit the list any more, and so settles nothing.
 *
 * @param mayGoOn - Asked after each portion; takes its time.
 * @returns `null` when it may not.
 */
export async function surveyCopies(
  { db, second }: { db: VaultDb; second: SecondPlace },
  mayGoOn?: () => Promise<boolean>,
): Promise<Survey | null> {
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
    if (mayGoOn && !(await mayGoOn())) return null;
  }
}

/** Between two portions, where nobody waits for the outcome: disk and processor are for those who save. */
export async function restFor(gate: VaultGate): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, REST_MS));
  while (gate.writing > 0);
}

async function equalAmong(values: readonly unknown[], { mirror }: SecondPlace) {
  const rows = values.flatMap((value) => parseRow(value) ?? []).filter(isNoManifest);
  // A second copy that cannot be read is as good as none.
  const entries = await mirror.get(rows.map(nameOfRow)).catch(() => null);
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

/**
 * What such a look leaves open: rows that one of these lists pins otherwise, or does not know.
 *
 * @returns their keys by their names in the second copy.
 */
export function doubtfulRows(
  survey: Survey,
  lists: readonly (Manifest | null)[],
): Map<string, RowKey> {
  const doubtful = new Map<string, RowKey>();
  for (const list of new Set(lists)) {
    if (!list) continue;
    const listed = new Set<string>();
    for (const { kind, id, parts } of list.rows) {
      for (const { part, revision, hash } of parts) {
        const key: RowKey = [kind, part, id];
        const name = rowName(key);
        const equal = survey.equal.get(name);
        listed.add(name);
        if (equal?.hash !== hash || equal.revision !== revision) doubtful.set(name, key);
      }
    }
    for (const key of survey.keys) {
      const name = rowName(key);
      if (!listed.has(name) && key[0] !== "manifest") doubtful.set(name, key);
    }
  }
  return doubtful;
}

/** Of a value that is on the disk: the database lets nothing in without these. */
export function keyOf(value: unknown): RowKey {
  const { kind, part, id } = value as { kind: string; part: number; id: string };
  return [kind, part, id];
}

import type { ApiKey } from "./api-key";
import type { RowFacts } from "./row-facts";

/** What the vault knows of a row in the console's list. */
export type VaultMark = "kept" | "missing" | "differs";

export interface RowMatch {
  mark: VaultMark;
  /** The kept key that belongs to the row; `null` when it is missing. */
  keyId: string | null;
  /** `false`: little spoke for it, or another row or key would have fitted as well. */
  isCertain: boolean;
}

/**
 * One match for each row, in order: which kept key it shows, by the instant of creation, the expiry
 * and the description together. A kept key belongs to one row at most; the strongest evidence
 * chooses first.
 */
export function matchesOf(rows: RowFacts[], keys: ApiKey[]): RowMatch[] {
  const pairs = pairsOf(rows, keys);
  const byRow = Map.groupBy(pairs, ({ row }) => row);
  const byKey = Map.groupBy(pairs, ({ key }) => key);
  const keyOfRow = new Map<number, Pair>();
  const rowOfKey = new Map<number, Pair>();
  const levels = Map.groupBy(pairs, ({ evidence }) => evidence);
  for (const evidence of [...levels.keys()].sort((a, b) => b - a))
    assign(levels.get(evidence) ?? [], keyOfRow, rowOfKey);

  return rows.map((_, row) => {
    const pair = keyOfRow.get(row);
    if (!pair) return { mark: "missing", keyId: null, isCertain: true };
    const others = [...(byRow.get(row) ?? []), ...(byKey.get(pair.key) ?? [])];
    const hasRival = others.some((other) => other !== pair && other.evidence === pair.evidence);
    return {
      mark: pair.isOtherEnd ? "differs" : "kept",
      keyId: keys[pair.key]?.id ?? null,
      isCertain: pair.evidence >= WELL_FOUNDED && !hasRival,
    };
  });
}

/** A row and a key that may be the same, by their indexes. */
interface Pair {
  row: number;
  key: number;
  evidence: number;
  isOtherEnd: boolean;
}

/** What agreement in one fact is worth. Two facts make a match; descriptions are often used twice. */
const DESCRIPTION = 4;
const CREATED = 4;
const EXPIRY = 3;
const WELL_FOUNDED = DESCRIPTION + EXPIRY;

/** The console's clock, the token's and rounding to the minute together. */
const CREATED_DOUBT_MS = 5 * 60_000;
const EXPIRY_DOUBT_MS = 60_000;

/** How a fact of a row compares with the kept key; `open` when one of them does not say. */
type Comparison = "same" | "other" | "open";

function pairsOf(rows: RowFacts[], keys: ApiKey[]): Pair[] {
  const names = keys.map(({ description }) => folded(description));
  const byName = Map.groupBy(names.keys(), (key) => names[key] ?? "");
  const births = keys
    .map(({ createdAt }, key) => ({ key, atMs: Date.parse(createdAt ?? "") }))
    .filter(({ atMs }) => !Number.isNaN(atMs))
    .sort((a, b) => a.atMs - b.atMs);

  return rows.flatMap((row, index) => {
    const name = folded(row.description);
    const start = /^(.{4,}?)(?:…|\.\.\.)$/u.exec(name)?.[1];
    const isNamed = (key: number) => (start ? names[key]?.startsWith(start) : names[key] === name);
    const sameName = start ? [...names.keys()].filter(isNamed) : (byName.get(name) ?? []);
    const sameBirth = row.created.flatMap((span) => within(births, span));
    return [...new Set([...(name ? sameName : []), ...sameBirth])].flatMap((key) => {
      const kept = keys[key];
      if (!kept) return [];
      const description = !name || !names[key] ? "open" : isNamed(key) ? "same" : "other";
      const pair = compared(row, kept, description);
      return pair ? [{ row: index, key, ...pair }] : [];
    });
  });
}

function compared(
  row: RowFacts,
  key: ApiKey,
  description: Comparison,
): Pick<Pair, "evidence" | "isOtherEnd"> | null {
  const created = compareInstant(row.created, key.createdAt, CREATED_DOUBT_MS);
  const expiry = compareEnd(row.expiry, key);
  // A rotated key has the old one's description and another creation.
  if (created === "other") return null;
  // A description may have been changed since, but then all the rest must agree.
  if (description === "other" && expiry !== "same") return null;
  const evidence =
    (description === "same" ? DESCRIPTION : description === "other" ? -DESCRIPTION : 0) +
    (created === "same" ? CREATED : 0) +
    (expiry === "same" ? EXPIRY : expiry === "other" ? -1 : 0);
  return { evidence, isOtherEnd: expiry === "other" };
}

function compareEnd(row: RowFacts["expiry"], { end }: ApiKey): Comparison {
  if (end.kind === "unknown" || row.length === 0) return "open";
  if (row === "never" || end.kind === "never") return row === end.kind ? "same" : "other";
  return compareInstant(row, end.at, EXPIRY_DOUBT_MS);
}

function compareInstant(
  spans: { from: string; to: string }[],
  at: string | null,
  doubtMs: number,
): Comparison {
  const atMs = Date.parse(at ?? "");
  if (Number.isNaN(atMs) || spans.length === 0) return "open";
  const isInside = spans.some(
    ({ from, to }) => atMs >= Date.parse(from) - doubtMs && atMs <= Date.parse(to) + doubtMs,
  );
  return isInside ? "same" : "other";
}

/** Keys created within the span, found without looking at all of them. */
function within(
  births: { key: number; atMs: number }[],
  { from, to }: { from: string; to: string },
): number[] {
  const fromMs = Date.parse(from) - CREATED_DOUBT_MS;
  const toMs = Date.parse(to) + CREATED_DOUBT_MS;
  let low = 0;
  for (let high = births.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((births[middle]?.atMs ?? 0) < fromMs) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < births.length && (births[i]?.atMs ?? 0) <= toMs; i++)
    found.push(births[i]?.key ?? -1);
  return found;
}

/** Gives as many rows of one level as possible a key of their own: augmenting paths. */
function assign(level: Pair[], keyOfRow: Map<number, Pair>, rowOfKey: Map<number, Pair>): void {
  const open = level.filter(({ row, key }) => !keyOfRow.has(row) && !rowOfKey.has(key));
  const byRow = Map.groupBy(open, ({ row }) => row);
  const place = (row: number, tried: Set<number>): boolean => {
    for (const pair of byRow.get(row) ?? []) {
      if (tried.has(pair.key)) continue;
      tried.add(pair.key);
      const holder = rowOfKey.get(pair.key);
      if (holder && !place(holder.row, tried)) continue;
      keyOfRow.set(row, pair);
      rowOfKey.set(pair.key, pair);
      return true;
    }
    return false;
  };
  for (const row of byRow.keys()) place(row, new Set());
}

function folded(description: string): string {
  return description.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

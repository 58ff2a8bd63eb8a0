import { type Anchor, macOf, readAnchor } from "./anchor";
import { openRow } from "./envelope";
import { type CaptureRow, isNewer, parseCaptureRow, parseRow, type Row } from "./format";
import { entryFor, type Manifest, openManifest, readManifest } from "./manifest";
import {
  captureName,
  decodedCapture,
  decodedRow,
  isCaptureName,
  isCopyOf,
  mirrorManifest,
  namesIn,
  rowName,
} from "./mirror";
import { type ReadStores, readWithManifest } from "./read-with-manifest";
import { isPinned, pinsOf } from "./row-set";
import type { SecondPlace } from "./second-place";
import { doubtfulRows, keyOf, type Survey } from "./survey-copies";
import type { RowKey, VaultDb } from "./vault-db";
import type { VaultKeys } from "./vault-key";

export interface Copy {
  row: Row;
  manifest: Manifest;
}

/** Both copies against the newest list that proves itself: what each must get, and what it must lose. */
export interface Weighed {
  /** What stands as the first copy's list. */
  stored: unknown;
  /** The copies' own lists, where they prove themselves. */
  first: Copy | null;
  other: Copy | null;
  /** `null` where neither does. */
  best: Copy | null;
  anchor: Anchor | null;
  /** What is well in the second copy only. */
  toFirst: { rows: Row[]; captures: CaptureRow[] };
  /** Rows this vault wrote before and does not list any more. What it did not write is left to be reported. */
  stale: RowKey[];
  /** What is well in the first copy only, the list not counted. */
  toSecond: { rows: Row[]; captures: CaptureRow[] };
  /** Names of entries that belong to nothing. */
  surplus: string[];
  /** `false` where it cannot be read, or a later version wrote it: nothing of it is touched. */
  isSecondOurs: boolean;
}

/** One by one, so many rows take as long to read as all of them together. */
const MANY_ROWS = 2_000;

/**
 * Reads the lists, and besides them only what a survey did not find the same in both copies and as
 * the lists say.
 */
export async function weighCopies(
  { db, second }: { db: VaultDb; second: SecondPlace },
  keys: VaultKeys,
  survey: Survey,
): Promise<Weighed> {
  const [copied, anchor] = await Promise.all([
    mirrorManifest(second).then(
      (value) => ({ value, isOurs: !isNewer(value) }),
      () => ({ value: null, isOurs: false }),
    ),
    readAnchor(second),
  ]);
  const other = await proven(keys, parseRow(copied.value));
  const { stored, found } = await readWithManifest(db, async ({ rows, inbox }, manifestRow) => {
    const waiting: Promise<unknown[]> = inbox.getAll();
    const row = parseRow(await manifestRow);
    // Unproven as yet: good for knowing which rows to fetch, and for nothing else.
    const lists = [row && readManifest(row), other?.manifest ?? null];
    const doubtful = doubtfulRows(survey, lists);
    return Promise.all([readRows(rows, [...doubtful.values()]), waiting, [...doubtful.keys()]]);
  });
  const first = await proven(keys, parseRow(stored));
  const best = better(first, other, anchor);
  const weighed: Weighed = {
    ...{ stored, first, other, best, anchor },
    toFirst: { rows: [], captures: [] },
    stale: [],
    toSecond: { rows: [], captures: [] },
    surplus: [],
    isSecondOurs: copied.isOurs,
  };
  if (!best) return weighed;
  const [values, inbox, doubtful] = found;
  const captures = inbox.flatMap((value) => parseCaptureRow(value) ?? []);
  const captureNames = new Set([
    ...survey.names.filter(isCaptureName),
    ...captures.map(({ captureId }) => captureName(captureId)),
  ]);
  // A second copy that cannot be read is as good as none.
  const entries = await second.mirror
    .get([...doubtful, ...captureNames])
    .catch((): Record<string, unknown> => ({}));
  await compareRows(weighed, best, doubtful, values, entries);
  weighed.stale = await staleRows(keys, best.manifest, values);
  compareCaptures(weighed, best, captures, [...captureNames], entries);
  const kept = namesIn(best.manifest, [...captures, ...weighed.toFirst.captures]);
  weighed.surplus = survey.names.filter((name) => !kept.has(name));
  return weighed;
}

/** Nothing is to be written, in neither copy, and the anchor says so. */
export function isAllWell(weighed: Weighed): boolean {
  const { best, other, anchor, toSecond, surplus } = weighed;
  return (
    best !== null &&
    isFirstWell(weighed) &&
    other !== null &&
    macOf(other.row) === macOf(best.row) &&
    toSecond.rows.length + toSecond.captures.length + surplus.length === 0 &&
    anchor?.mirrored === true &&
    !anchor.recovered &&
    anchor.mac === macOf(best.row)
  );
}

export function isFirstWell({ first, best, toFirst, stale }: Weighed): boolean {
  const isLatest = first !== null && best !== null && macOf(first.row) === macOf(best.row);
  return isLatest && toFirst.rows.length + toFirst.captures.length + stale.length === 0;
}

async function proven(keys: VaultKeys, row: Row | null): Promise<Copy | null> {
  const manifest = row && (await openManifest(keys, row));
  return row && manifest ? { row, manifest } : null;
}

/** The later one; of two with the same generation, the anchored one. */
function better(first: Copy | null, other: Copy | null, anchor: Anchor | null): Copy | null {
  if (!first || !other) return first ?? other;
  const ahead = first.manifest.generation - other.manifest.generation;
  if (ahead !== 0) return ahead > 0 ? first : other;
  return anchor && macOf(other.row) === anchor.mac ? other : first;
}

async function readRows(rows: ReadStores["rows"], keys: readonly RowKey[]): Promise<unknown[]> {
  if (keys.length > MANY_ROWS) return rows.getAll();
  const values: unknown[] = await Promise.all(keys.map((key) => rows.get(key)));
  return values.filter((value) => value !== undefined);
}

async function compareRows(
  { toFirst, toSecond }: Weighed,
  { manifest }: Copy,
  names: readonly string[],
  values: readonly unknown[],
  entries: Record<string, unknown>,
): Promise<void> {
  const pins = pinsOf(manifest);
  const own = new Map(values.map((value) => [rowName(keyOf(value)), parseRow(value)]));
  const isSound = (row: Row | null) => row !== null && isPinned(row, pins);
  await Promise.all(
    names.map(async (name) => {
      const row = own.get(name) ?? null;
      const copy = decodedRow(name, entries[name]);
      const [isOwnSound, isOtherSound] = await Promise.all([isSound(row), isSound(copy)]);
      if (copy && isOtherSound && !isOwnSound) toFirst.rows.push(copy);
      if (row && isOwnSound && !isOtherSound) toSecond.rows.push(row);
    }),
  );
}

async function staleRows(
  keys: VaultKeys,
  manifest: Manifest,
  values: readonly unknown[],
): Promise<RowKey[]> {
  const pins = pinsOf(manifest);
  const unlisted = values.flatMap((value) => {
    const row = parseRow(value);
    const isOld = row && row.kind !== "manifest" && row.generation <= manifest.generation;
    return isOld && !pins(row) ? [row] : [];
  });
  const own = await Promise.all(
    unlisted.map(async (row) => row.kind !== "slot" && (await openRow(keys, row)) !== null),
  );
  return unlisted.filter((_, at) => own[at]).map(keyOf);
}

/** Waiting tokens that only one copy has; only those that were not filed meanwhile come back. */
function compareCaptures(
  { toFirst, toSecond }: Weighed,
  { row: { vaultId }, manifest }: Copy,
  captures: readonly CaptureRow[],
  names: readonly string[],
  entries: Record<string, unknown>,
): void {
  const copied = names.flatMap((name) => decodedCapture(name, entries[name]) ?? []);
  const there = new Set(captures.map(({ captureId }) => captureId));
  for (const capture of copied) {
    const { captureId } = capture;
    const isMissing = capture.vaultId === vaultId && !there.has(captureId);
    if (isMissing && !entryFor(manifest, "record", captureId)) toFirst.captures.push(capture);
  }
  for (const capture of captures)
    if (!isCopyOf(capture, entries[captureName(capture.captureId)]))
      toSecond.captures.push(capture);
}

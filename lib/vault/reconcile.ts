import { type Anchor, isOlderThan, macOf, readAnchor } from "./anchor";
import { canonicalJson } from "./canonical-json";
import { copyAll, succeeds } from "./copy-change";
import { openRow } from "./envelope";
import { isNewer, parseCaptureRow, parseRow, type Row } from "./format";
import { entryFor, MANIFEST_KEY, type Manifest, openManifest } from "./manifest";
import { encoded, type MirrorContent, namesIn, readMirror, rowName } from "./mirror";
import { readWithManifest } from "./read-with-manifest";
import { isPinned, pinsOf } from "./row-set";
import type { SecondPlace } from "./second-place";
import { inOneGo, strictWrite } from "./strict-write";
import type { RowKey, VaultDb } from "./vault-db";
import type { VaultKeys } from "./vault-key";

/**
 * What a comparison of the two copies and the anchor brought to light.
 *
 * - `first-lost`: the vault's database was empty and came back from the second copy;
 * - `first-older`: it was an older copy, and the second, newer one was put in its place;
 * - `first-repaired`: rows of it were damaged or missing and came from the second copy;
 * - `second-older`, `second-repaired`: the second copy was, and was made anew.
 */
export interface Finding {
  kind: "first-lost" | "first-older" | "first-repaired" | "second-older" | "second-repaired";
  /** Rows and waiting tokens that were put right. */
  rows: number;
}

export interface Reconciled {
  findings: Finding[];
  /** Both copies are older than what was last seen here, or are not that vault. Nothing was written. */
  isOlder: boolean;
}

interface Places {
  db: VaultDb;
  second: SecondPlace;
}

interface Copy {
  row: Row;
  manifest: Manifest;
}

const MAX_TRIES = 20;

/**
 * Compares both copies row by row with the newest list that proves itself, and makes them equal.
 * Rows missing in both stay missing: `damagedRows` names them.
 */
export function reconcile({ db, second }: Places, keys: VaultKeys): Promise<Reconciled> {
  return second.exclusively(async () => {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const outcome = await tryToReconcile({ db, second }, keys);
      if (outcome) return outcome;
    }
    // Other contexts write, so the vault is in use and well; the next unlock compares again.
    return { findings: [], isOlder: false };
  });
}

/** `null` when another context changed the vault meanwhile. */
async function tryToReconcile({ db, second }: Places, keys: VaultKeys): Promise<Reconciled | null> {
  const nothing = { findings: [], isOlder: false };
  const { stored, found } = await readWithManifest(db, ({ rows, inbox }) =>
    Promise.all([rows.getAll() as Promise<unknown[]>, inbox.getAll() as Promise<unknown[]>]),
  );
  if (isNewer(stored)) return nothing;
  const [rows, inbox] = found;
  const [copy, anchor] = await Promise.all([readMirrorOrNothing(second), readAnchor(second)]);
  const first = await proven(keys, parseRow(stored));
  const other = await proven(keys, copy.rows.get(rowName(MANIFEST_KEY)) ?? null);
  const best = better(first, other, anchor);
  if (!best) return nothing;
  if (isOlderThan(anchor, best.row, best.manifest)) return { findings: [], isOlder: true };

  const firstRows = new Map<string, unknown>();
  for (const value of rows) firstRows.set(rowName(keyOf(value)), value);
  const { put, behind } = await compare(best, firstRows, copy);
  const stale = await staleRows(keys, best.manifest, rows);
  const captures = missingCaptures(keys, best.manifest, inbox, copy);
  const isFirstOlder = first === null || macOf(first.row) !== macOf(best.row);
  const isFirstWell = put.length + captures.length + stale.length === 0 && !isFirstOlder;
  if (isFirstWell && behind === 0 && isAnchored(anchor, best.row) && !hasSurplus(best, inbox, copy))
    return nothing;
  if (!isFirstWell) {
    const isWritten = await strictWrite(db, async (stores) => {
      const now = parseRow(await stores.rows.get(MANIFEST_KEY));
      const was = parseRow(stored);
      if ((now && macOf(now)) !== (was && macOf(was))) return false;
      await inOneGo([
        ...put.map((row) => () => stores.rows.put(row)),
        ...stale.map((key) => () => stores.rows.delete(key)),
        ...captures.map((capture) => () => stores.inbox.put(capture)),
        () => stores.rows.put(best.row),
      ]);
      return true;
    });
    if (!isWritten) return null;
  }
  const hadSecond = copy.names.length > 0;
  const isSecondOlder = other !== null && macOf(other.row) !== macOf(best.row);
  const isCopied = await succeeds(() => copyAll({ db, second }));

  const findings: Finding[] = [];
  const repaired = put.length + captures.length;
  if (anchor?.recovered) findings.push({ kind: "first-lost", rows: rows.length });
  if (first && isFirstOlder && !isOneAhead(first, best))
    findings.push({ kind: "first-older", rows: repaired });
  else if (repaired > 0 || (!first && other))
    findings.push({ kind: "first-repaired", rows: repaired });
  if (isSecondOlder && anchor?.generation !== other.manifest.generation)
    findings.push({ kind: "second-older", rows: behind });
  else if (isCopied && !isSecondOlder && behind > 0 && (anchor?.mirrored || hadSecond))
    findings.push({ kind: "second-repaired", rows: behind });
  return { findings, isOlder: false };
}

/** A browser that was killed between the two writes leaves one copy one change behind. */
function isOneAhead(older: Copy, newer: Copy): boolean {
  return newer.manifest.generation === older.manifest.generation + 1;
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

/** Which rows the database must get from the second copy, and how many the second copy lacks. */
async function compare(
  { row: manifestRow, manifest }: Copy,
  firstRows: Map<string, unknown>,
  copy: MirrorContent,
): Promise<{ put: Row[]; behind: number }> {
  const pins = pinsOf(manifest);
  const put: Row[] = [];
  const copied = copy.rows.get(rowName(MANIFEST_KEY));
  let behind = copied && macOf(copied) === macOf(manifestRow) ? 0 : 1;
  const names = manifest.rows.flatMap(({ kind, id, parts }) =>
    parts.map(({ part }) => rowName([kind, part, id])),
  );
  await Promise.all(
    names.map(async (name) => {
      const own = parseRow(firstRows.get(name));
      const other = copy.rows.get(name) ?? null;
      const [isOwnSound, isOtherSound] = await Promise.all([
        own !== null && isPinned(own, pins),
        other !== null && isPinned(other, pins),
      ]);
      if (!isOwnSound && other && isOtherSound) put.push(other);
      if (isOwnSound && !isOtherSound) behind += 1;
    }),
  );
  return { put, behind };
}

function isAnchored(anchor: Anchor | null, row: Row): boolean {
  return anchor?.mirrored === true && !anchor.recovered && anchor.mac === macOf(row);
}

/** Whether the second copy holds what the first one does not, or has other captures. */
function hasSurplus({ manifest }: Copy, inbox: unknown[], copy: MirrorContent): boolean {
  const captures = inbox.flatMap((value) => parseCaptureRow(value) ?? []);
  const copied = new Set(copy.captures.map((capture) => canonicalJson(encoded(capture))));
  if (captures.some((capture) => !copied.has(canonicalJson(encoded(capture))))) return true;
  const names = namesIn(manifest, captures);
  return copy.names.some((name) => !names.has(name));
}

/** Rows this vault wrote before and does not list any more. What it did not write is left to be reported. */
async function staleRows(keys: VaultKeys, manifest: Manifest, rows: unknown[]): Promise<RowKey[]> {
  const listed = new Set(
    manifest.rows.flatMap(({ kind, id, parts }) =>
      parts.map(({ part }) => `${kind} ${part} ${id}`),
    ),
  );
  const unlisted = rows.flatMap((value) => {
    const row = parseRow(value);
    const isOld = row && row.kind !== "manifest" && row.generation <= manifest.generation;
    return isOld && !listed.has(`${row.kind} ${row.part} ${row.id}`) ? [row] : [];
  });
  const own = await Promise.all(
    unlisted.map(async (row) => row.kind !== "slot" && (await openRow(keys, row)) !== null),
  );
  return unlisted.filter((_, at) => own[at]).map(keyOf);
}

/** Waiting tokens that only the second copy still has, and that were not filed meanwhile. */
function missingCaptures(
  { vaultId }: VaultKeys,
  manifest: Manifest,
  inbox: unknown[],
  copy: MirrorContent,
) {
  const there = new Set(inbox.map((value) => parseCaptureRow(value)?.captureId));
  return copy.captures.filter(
    (capture) =>
      capture.vaultId === vaultId &&
      !there.has(capture.captureId) &&
      !entryFor(manifest, "record", capture.captureId),
  );
}

/** A second copy that cannot be read is as good as none. */
async function readMirrorOrNothing(second: SecondPlace): Promise<MirrorContent> {
  const [read] = await Promise.allSettled([readMirror(second)]);
  return read.status === "fulfilled"
    ? read.value
    : { rows: new Map(), captures: [], names: [], isNewer: false };
}

function keyOf(value: unknown): RowKey {
  const { kind, part, id } = value as { kind: string; part: number; id: string };
  return [kind, part, id];
}

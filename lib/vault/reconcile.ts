import { anchorOf, isOlderThan, macOf, writeAnchor } from "./anchor";
import { entriesOf, succeeds } from "./copy-change";
import { isNewer, parseRow } from "./format";
import { MANIFEST_KEY } from "./manifest";
import type { SecondPlace } from "./second-place";
import { inOneGo, strictWrite } from "./strict-write";
import { type Survey, surveyCopies } from "./survey-copies";
import type { VaultDb } from "./vault-db";
import type { VaultKeys } from "./vault-key";
import { type Copy, isAllWell, isFirstWell, type Weighed, weighCopies } from "./weigh-copies";

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

/** Where nobody waits for the outcome. */
interface BehindUnlock {
  /** Makes room for others now and then. */
  rest: () => Promise<void>;
  /** Whether `keys` still are the vault's: nothing goes on behind a lock, and a new vault key begins with one. */
  isStillOpen: () => Promise<boolean>;
}

const MAX_TRIES = 20;
const NOTHING: Reconciled = { findings: [], isOlder: false };

/**
 * Compares both copies row by row with the newest list that proves itself, and makes them equal.
 * Rows missing in both stay missing: `damagedRows` names them.
 *
 * Nobody's writing waits while they are gone through. Only where something does not fit, the others
 * are kept out for as long as it takes to look at that once more and to put it right.
 */
export async function reconcile(
  places: Places,
  keys: VaultKeys,
  behind?: BehindUnlock,
): Promise<Reconciled> {
  const survey = await surveyCopies(
    places,
    behind && (() => behind.rest().then(behind.isStillOpen)),
  );
  if (!survey) return NOTHING;
  if (isAllWell(await weighCopies(places, keys, survey))) return NOTHING;
  return places.second.exclusively(async () => {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const outcome = await tryToReconcile(places, keys, survey, behind);
      if (outcome) return outcome;
    }
    // Other contexts write, so the vault is in use and well; the next unlock compares again.
    return NOTHING;
  });
}

/** `null` when another context changed the vault meanwhile. */
async function tryToReconcile(
  { db, second }: Places,
  keys: VaultKeys,
  survey: Survey,
  behind?: BehindUnlock,
): Promise<Reconciled | null> {
  const weighed = await weighCopies({ db, second }, keys, survey);
  // What was sealed under another key in the meantime looks damaged to this one.
  if (behind && !(await behind.isStillOpen())) return NOTHING;
  const { best, anchor } = weighed;
  if (!best || isNewer(weighed.stored)) return NOTHING;
  if (isOlderThan(anchor, best.row, best.manifest)) return { findings: [], isOlder: true };
  if (isAllWell(weighed)) return NOTHING;
  if (!isFirstWell(weighed) && !(await mendFirst(db, best, weighed))) return null;
  const isCopied =
    weighed.isSecondOurs && (await succeeds(() => mendSecond(second, best, weighed)));
  return { findings: findingsOf(weighed, best, survey, isCopied), isOlder: false };
}

/** `false`, with nothing written, when another writer was faster. */
function mendFirst(db: VaultDb, best: Copy, weighed: Weighed): Promise<boolean> {
  const { stored, toFirst, stale } = weighed;
  return strictWrite(db, async ({ rows, inbox }) => {
    const now = parseRow(await rows.get(MANIFEST_KEY));
    const was = parseRow(stored);
    if ((now && macOf(now)) !== (was && macOf(was))) return false;
    await inOneGo([
      ...toFirst.rows.map((row) => () => rows.put(row)),
      ...stale.map((key) => () => rows.delete(key)),
      ...toFirst.captures.map((capture) => () => inbox.put(capture)),
      () => rows.put(best.row),
    ]);
    return true;
  });
}

async function mendSecond(second: SecondPlace, best: Copy, weighed: Weighed): Promise<void> {
  const { toSecond, surplus, other } = weighed;
  const isListed = other !== null && macOf(other.row) === macOf(best.row);
  const rows = isListed ? toSecond.rows : [...toSecond.rows, best.row];
  if (rows.length + toSecond.captures.length > 0)
    await second.mirror.set(entriesOf(rows, toSecond.captures));
  if (surplus.length > 0) await second.mirror.remove(surplus);
  await writeAnchor(second, anchorOf(best.row, true));
}

function findingsOf(weighed: Weighed, best: Copy, survey: Survey, isCopied: boolean): Finding[] {
  const { first, other, anchor, toFirst, toSecond } = weighed;
  const isOld = (copy: Copy | null) => copy !== null && macOf(copy.row) !== macOf(best.row);
  const repaired = toFirst.rows.length + toFirst.captures.length;
  const isListed = other !== null && !isOld(other);
  const behind = toSecond.rows.length + (isListed ? 0 : 1);
  const findings: Finding[] = [];
  if (anchor?.recovered) findings.push({ kind: "first-lost", rows: survey.keys.length });
  if (first && isOld(first) && !isOneAhead(first, best))
    findings.push({ kind: "first-older", rows: repaired });
  else if (repaired > 0 || (!first && other))
    findings.push({ kind: "first-repaired", rows: repaired });
  if (other && isOld(other) && anchor?.generation !== other.manifest.generation)
    findings.push({ kind: "second-older", rows: behind });
  else if (isCopied && !isOld(other) && behind > 0 && (anchor?.mirrored || survey.names.length > 0))
    findings.push({ kind: "second-repaired", rows: behind });
  return findings;
}

/** A browser that was killed between the two writes leaves one copy one change behind. */
function isOneAhead(older: Copy, newer: Copy): boolean {
  return newer.manifest.generation === older.manifest.generation + 1;
}

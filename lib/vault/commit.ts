import { macOf } from "./anchor";
import { sameBytes } from "./bytes";
import { copyChange, onlyOnce } from "./copy-change";
import { openRow } from "./envelope";
import { DamagedVaultError, NotSavedError, OlderCopyError } from "./errors";
import { type CaptureRow, isSameRow, NIL_UUID, parseRow, type Row } from "./format";
import { MANIFEST_KEY, type Manifest } from "./manifest";
import { type ReadStores, readWithManifest } from "./read-with-manifest";
import { pinsOf } from "./row-set";
import { sealManifest } from "./seal-manifest";
import { currentSession, type Session } from "./session";
import { inOneGo, strictWrite } from "./strict-write";
import type { RowKey, VaultDb } from "./vault-db";
import { proven, type VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

/** One generation of the vault becomes the next. */
export interface Change {
  /** Lists what will stand there; its generation is set by {@link commit}. */
  manifest: Manifest;
  put: Row[];
  remove?: RowKey[];
  /** Captures that leave the inbox; when one has left already, the plan is made anew. */
  leaving?: string[];
  /** Captures that stand there from now on. */
  inbox?: CaptureRow[];
  /** A new vault key: the manifest and all that is put are sealed under it. */
  keys?: VaultKeys;
}

export interface Plan<Found> {
  /**
   * What the plan needs, read in the transaction that reads the manifest. `null` for a plan that
   * needs nothing and always writes, whatever the manifest says: it is made from the one proven
   * last, and whether that still stands the writing finds out.
   */
  read: ((db: ReadStores) => Promise<Found>) | null;
  /** `null` when there is nothing to do. May run several times. */
  make: (manifest: Manifest, found: Found, generation: number) => Promise<Change | null>;
}

const MAX_TRIES = 200;
const MAX_PAUSE_MS = 10;

/**
 * Carries a plan out: everything is sealed before the transaction opens, the transaction writes
 * only if the vault still is at the generation the plan was made for, and what was written is
 * read back and opened. Where another context was faster, the plan is made again.
 *
 * Keys must stand in both copies; anything else may come into the second one later, and for
 * snapshots nobody waits until it has.
 *
 * @returns whether there was something to do.
 * @throws {@link NotSavedError}, {@link DamagedVaultError}, and whatever the plan throws.
 */
export async function commit<Found>(
  gate: VaultGate,
  keys: VaultKeys,
  plan: Plan<Found>,
): Promise<boolean> {
  gate.writing += 1;
  try {
    return await carryOut(gate, keys, plan);
  } finally {
    gate.writing -= 1;
  }
}

async function carryOut<Found>(
  gate: VaultGate,
  keys: VaultKeys,
  plan: Plan<Found>,
): Promise<boolean> {
  const { db } = gate.place;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const [{ stored, found }, session] = await Promise.all([
      startOf(db, keys, plan, tries === 0),
      currentSession(gate.place),
    ]);
    const manifest = writable(session, await gate.verified(keys, stored));
    const generation = manifest.generation + 1;
    const change = await plan.make(manifest, found, generation);
    if (!change) return false;
    const sealing = change.keys ?? keys;
    const listed = { ...change.manifest, generation };
    const next = await sealManifest(sealing, listed);
    const before = parseRow(stored);
    if (await writeIfUnchanged(db, before, next, change)) {
      // Read back as that very row, byte for byte, nothing of it is left to prove.
      proven.set(sealing, { row: next, manifest: Promise.resolve(listed) });
      await readBack(gate, sealing, next, change.put);
      const copying = copyChange(gate.place, before && macOf(before), next, change);
      if (isOfAnswers(change)) {
        // A copy that fails or is cut short is made up for at the next comparison.
        copying.catch(() => undefined);
        return true;
      }
      const isCopied = await copying;
      if (!isCopied && isAboutKeys(change)) throw onlyOnce();
      return true;
    }
    await pause(Math.random() * MAX_PAUSE_MS);
  }
  throw new NotSavedError({ cause: new Error("other contexts kept writing") });
}

async function startOf<Found>(
  db: VaultDb,
  keys: VaultKeys,
  { read }: Plan<Found>,
  isFirstTry: boolean,
): Promise<{ stored: unknown; found: Found }> {
  const known = proven.get(keys);
  if (!read && known && isFirstTry) return { stored: known.row, found: null as Found };
  return readWithManifest(db, read ?? (async () => null as Found));
}

/**
 * Nothing is written to a vault whose own list cannot be trusted, nor to an older copy.
 *
 * @throws {@link OlderCopyError}, {@link DamagedVaultError}
 */
function writable(session: Session | null, manifest: Manifest | null): Manifest {
  if (session?.isOlder) throw new OlderCopyError();
  if (!manifest) throw new DamagedVaultError([NIL_UUID]);
  return manifest;
}

/** `false`, with nothing written, when another writer was faster. */
function writeIfUnchanged(
  db: VaultDb,
  expected: Row | null,
  next: Row,
  { put, remove = [], leaving = [], inbox: coming = [] }: Change,
): Promise<boolean> {
  return strictWrite(db, async ({ rows, inbox }) => {
    const [now, ...waiting] = await Promise.all([
      rows.get(MANIFEST_KEY),
      ...leaving.map((captureId) => inbox.getKey(captureId)),
    ]);
    if (!sameManifest(parseRow(now), expected) || waiting.includes(undefined)) return false;
    await inOneGo([
      ...put.map((row) => () => rows.put(row)),
      ...remove.map((key) => () => rows.delete(key)),
      ...leaving.map((captureId) => () => inbox.delete(captureId)),
      ...coming.map((capture) => () => inbox.put(capture)),
      () => rows.put(next),
    ]);
    return true;
  });
}

async function readBack(
  gate: VaultGate,
  keys: VaultKeys,
  next: Row,
  written: Row[],
): Promise<void> {
  const { stored, found } = await readWithManifest(gate.place.db, ({ rows }) =>
    Promise.all(written.map(({ kind, part, id }) => rows.get([kind, part, id]))),
  );
  const manifest = await gate.verified(keys, stored);
  const isLater = manifest !== null && manifest.generation > next.generation;
  const checks = written.map(async (row, at) => {
    // A later generation may rightly have replaced or removed it.
    if (isLater && pinsOf(manifest)(row)?.revision !== row.revision) return true;
    const back = parseRow(found[at]);
    if (!back || !isSameRow(back, row)) return false;
    // Slots open with their own key only; equal bytes must do.
    return row.kind === "slot" || (await openRow(keys, back)) !== null;
  });
  const isThere = manifest !== null && manifest.generation >= next.generation;
  if (!isThere || (await Promise.all(checks)).includes(false)) throw new NotSavedError();
}

/** A capture that leaves the inbox may have become a key that stood in one copy only until now. */
function isAboutKeys({ put, leaving = [] }: Change): boolean {
  return leaving.length > 0 || put.some(({ kind }) => kind === "record");
}

/** What the API answered can be had again: nobody waits until the second copy has it too. */
function isOfAnswers({ put, leaving = [], inbox = [] }: Change): boolean {
  const others = leaving.length + inbox.length;
  return others === 0 && put.length > 0 && put.every(({ kind }) => kind === "snapshot");
}

function sameManifest(a: Row | null, b: Row | null): boolean {
  return a !== null && b !== null && sameBytes(a.ciphertext, b.ciphertext);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

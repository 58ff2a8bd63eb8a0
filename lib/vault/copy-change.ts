import { anchorOf, macOf, readAnchor, writeAnchor } from "./anchor";
import type { Change } from "./commit";
import { NotSavedError } from "./errors";
import { type CaptureRow, isSameRow, parseCaptureRow, parseRow, type Row } from "./format";
import { MANIFEST_KEY, readManifest } from "./manifest";
import { captureName, encoded, nameOfRow, namesIn, readMirror, rowName } from "./mirror";
import { readWithManifest } from "./read-with-manifest";
import { isPinned, pinsOf } from "./row-set";
import type { SecondPlace } from "./second-place";
import type { VaultDb } from "./vault-db";

interface Places {
  db: VaultDb;
  second: SecondPlace;
}

/**
 * Brings the second copy and then the anchor to what was just written. The first copy is on the
 * disk already; a failure here is remembered in the anchor, or found at the next comparison.
 *
 * @returns whether the second copy holds it too. A browser may empty the first one when the disk is
 * full, so what cannot be had again is not called saved before.
 * @param from - HMAC of the manifest the change was made from, in base64; `null` for a new vault.
 */
export async function copyChange(
  { db, second }: Places,
  from: string | null,
  next: Row,
  { put, remove = [], leaving = [], inbox = [] }: Omit<Change, "manifest">,
): Promise<boolean> {
  return second.exclusively(async () => {
    const anchor = await readAnchor(second);
    const isSameVault = anchor?.vaultId === next.vaultId;
    // Somebody who compared the copies meanwhile, or made a later change, has copied this one too.
    const isThere = anchor?.generation === next.generation && anchor.mac === macOf(next);
    const isLater = anchor !== null && anchor.generation > next.generation;
    if (isSameVault && anchor.mirrored && (isThere || isLater)) return true;
    if (isSameVault && anchor.mirrored && anchor.mac === from) {
      const isCopied = await succeeds(async () => {
        await second.mirror.set(entriesOf([...put, next], inbox));
        await second.mirror.remove([...remove.map(rowName), ...leaving.map(captureName)]);
      });
      await succeeds(() => writeAnchor(second, anchorOf(next, isCopied)));
      return isCopied;
    }
    return succeeds(() => copyAll({ db, second }));
  });
}

/**
 * For what was written before: brings the second copy up to the first one where it is behind.
 *
 * @throws {@link NotSavedError} when that cannot be done.
 */
export async function mustBeCopied({ db, second }: Places): Promise<void> {
  const isCopied = await second.exclusively(async () => {
    const [anchor, stored] = await Promise.all([readAnchor(second), db.get("rows", MANIFEST_KEY)]);
    const row = parseRow(stored);
    if (row && anchor?.mirrored && anchor.mac === macOf(row)) return true;
    return succeeds(() => copyAll({ db, second }));
  });
  if (!isCopied) throw onlyOnce();
}

/** What stands in one copy only. */
export function onlyOnce(): NotSavedError {
  return new NotSavedError({ cause: new Error("the second copy could not be written") });
}

/**
 * One capture more or less; captures are not part of any generation.
 *
 * @returns whether the second copy holds, or lacks, it too.
 */
export async function copyCapture({ db, second }: Places, captureId: string): Promise<boolean> {
  return second.exclusively(async () => {
    const capture = parseCaptureRow(await db.get("inbox", captureId));
    const isCopied = await succeeds(() =>
      capture
        ? second.mirror.set(entriesOf([], [capture]))
        : second.mirror.remove([captureName(captureId)]),
    );
    if (isCopied) return true;
    const anchor = await readAnchor(second);
    if (anchor) await succeeds(() => writeAnchor(second, { ...anchor, mirrored: false }));
    return false;
  });
}

/**
 * Makes the second copy equal to what the first one proves, without the vault key: rows that are
 * not as the manifest says are left as they stand there. Call it exclusively.
 */
export async function copyAll({ db, second }: Places): Promise<void> {
  const { stored, found } = await readWithManifest(db, ({ rows, inbox }) =>
    Promise.all([rows.getAll(), inbox.getAll()]),
  );
  const manifestRow = parseRow(stored);
  const manifest = manifestRow && readManifest(manifestRow);
  if (!manifestRow || !manifest) return;
  const [rows, inbox] = found as [unknown[], unknown[]];
  const captures = inbox.flatMap((value) => parseCaptureRow(value) ?? []);
  const there = await readMirror(second);
  if (there.isNewer) return;
  // What is equal in both needs no proof: it stays as it stands.
  const others = rows.flatMap((value) => parseRow(value) ?? []);
  const own = [manifestRow, ...others.filter(({ kind }) => kind !== "manifest")];
  const differing = own.filter((row) => {
    const copy = there.rows.get(nameOfRow(row));
    return !(copy && isSameRow(copy, row));
  });
  const pins = pinsOf(manifest);
  const pinned = await Promise.all(differing.map((row) => isPinned(row, pins)));
  const changed = differing.filter((row, at) => pinned[at] || row === manifestRow);
  const listed = namesIn(manifest, captures);
  const surplus = there.names.filter((name) => !listed.has(name));
  if (changed.length + captures.length > 0) await second.mirror.set(entriesOf(changed, captures));
  if (surplus.length > 0) await second.mirror.remove(surplus);
  await writeAnchor(second, anchorOf(manifestRow, true));
}

export function entriesOf(
  rows: readonly Row[],
  captures: readonly CaptureRow[],
): Record<string, unknown> {
  return Object.fromEntries([
    ...rows.map((row) => [nameOfRow(row), encoded(row)]),
    ...captures.map((capture) => [captureName(capture.captureId), encoded(capture)]),
  ]);
}

/** A second place that cannot be written must never fail what the first one holds. */
export async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  const [outcome] = await Promise.allSettled([work()]);
  return outcome.status === "fulfilled";
}

import type { Bytes } from "./bytes";
import { commit } from "./commit";
import { DamagedVaultError, NewerFormatError, NoVaultError } from "./errors";
import { isNewer, parseRow, type Row } from "./format";
import { MANIFEST_KEY, type Manifest, readManifest } from "./manifest";
import { isWayInName, nameOfRow, readMirror, rowName } from "./mirror";
import { CURRENT_SET } from "./parameter-sets";
import { parsePassphraseSlot } from "./parse-slots";
import { sealPassphraseSlot } from "./passphrase-slot";
import { type Proof, type SlotAnswer, tryProof } from "./proof";
import { isPinned, pinsOf } from "./row-set";
import { entryOf, withEntry } from "./seal-manifest";
import type { SecondPlace } from "./second-place";
import { hasNoRows, rowsOf, type VaultDb } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

/** More slots than anyone has; each one tried costs a whole derivation. */
const MAX_SLOTS = 8;

export interface OpenedSlot {
  /** To be zeroed by the caller. */
  vaultKey: Bytes;
  row: Row;
}

/**
 * Tries the proof on every slot of its kind; on those of the second copy where none of the first
 * one opens.
 *
 * @param reading - What stands at {@link MANIFEST_KEY}.
 * @returns `null` when it opens none.
 * @throws {@link NoVaultError}, {@link NewerFormatError}; {@link DamagedVaultError} when no
 * passphrase could open it any more, so that nobody is told to check their keyboard in vain.
 */
export async function openAnySlot(
  { db, second }: { db: VaultDb; second: SecondPlace },
  proof: Proof,
  reading: Promise<unknown> = db.get("rows", MANIFEST_KEY),
): Promise<OpenedSlot | null> {
  const [stored, storedManifest] = await Promise.all([db.getAll("rows", rowsOf("slot")), reading]);
  if (stored.length === 0 && (await hasNoRows(db))) throw new NoVaultError();
  if (isNewer(storedManifest)) throw new NewerFormatError();
  const own = stored.slice(0, MAX_SLOTS).flatMap((value) => parseRow(value) ?? []);
  const first = await tryAll(own, proof);
  if (first.opened) return first.opened;
  const others = await slotsOfSecondCopy(second, own, parseRow(storedManifest));
  const copied = await tryAll(others.slice(0, MAX_SLOTS), proof);
  if (copied.opened) return copied.opened;
  if (proof.kind === "passphrase")
    await explainRefusal(storedManifest, stored, [...first.answers, ...copied.answers]);
  return null;
}

interface Answered {
  row: Row;
  answer: SlotAnswer;
}

async function tryAll(rows: Row[], proof: Proof) {
  const answers: Answered[] = [];
  for (const row of rows) {
    const answer = await tryProof(row, proof);
    if (answer.kind === "opened") return { opened: { vaultKey: answer.vaultKey, row }, answers };
    answers.push({ row, answer });
  }
  return { opened: null, answers };
}

/**
 * Only those that differ: a wrong passphrase costs no second derivation. And none where the first
 * copy is ahead with all its slots whole: a browser that was killed in the middle of a change of
 * passphrase or vault key left the second one as it was before, and the old way in would bring that
 * state back, without what came in since.
 */
async function slotsOfSecondCopy(
  second: SecondPlace,
  own: Row[],
  manifestRow: Row | null,
): Promise<Row[]> {
  const [read] = await Promise.allSettled([readMirror(second, isWayInName)]);
  if (read.status === "rejected" || read.value.isNewer) return [];
  const copied = read.value.rows.get(rowName(MANIFEST_KEY)) ?? null;
  const [first, other] = [manifestRow, copied].map((row) => row && readManifest(row));
  const isSameVault = manifestRow?.vaultId === copied?.vaultId;
  if (first && other && isSameVault && first.generation > other.generation)
    if (await hasAllSlots(first, own)) return [];
  const known = new Set(
    own.map((row) => `${nameOfRow(row)} ${row.ciphertext.toHex()} ${row.clear}`),
  );
  return [...read.value.rows.values()].filter(
    (row) =>
      row?.kind === "slot" &&
      // Not those that the second copy was about to lose as well.
      (!other || other.rows.some(({ kind, id }) => kind === "slot" && id === row.id)) &&
      !known.has(`${nameOfRow(row)} ${row.ciphertext.toHex()} ${row.clear}`),
  ) as Row[];
}

async function hasAllSlots(manifest: Manifest, slots: Row[]): Promise<boolean> {
  const pins = pinsOf(manifest);
  const whole = await Promise.all(slots.map((row) => isPinned(row, pins)));
  const count = manifest.rows.filter(({ kind }) => kind === "slot").length;
  return whole.filter(Boolean).length === count;
}

/** Returns when the passphrase may simply be wrong. What is asked here is unproven, good for words only. */
async function explainRefusal(
  storedManifest: unknown,
  stored: Row[],
  answers: Answered[],
): Promise<void> {
  const manifestRow = parseRow(storedManifest);
  const manifest = manifestRow && readManifest(manifestRow);
  const pins = manifest && pinsOf(manifest);
  let isFromNewer = stored.length > 0 && stored.every(isNewer);
  for (const { row, answer } of answers) {
    if (answer.kind === "other") continue;
    const isIntact = !pins || (await isPinned(row, pins));
    if (isIntact && answer.kind !== "unknown") return;
    if (isIntact) isFromNewer = true;
  }
  if (isFromNewer) throw new NewerFormatError();
  const listed = manifest?.rows.filter(({ kind }) => kind === "slot").map(({ id }) => id);
  throw new DamagedVaultError(listed ?? []);
}

/**
 * Replaces a slot whose parameter set has been overtaken.
 *
 * @throws {@link NotSavedError}
 */
export async function renewSlot(
  gate: VaultGate,
  keys: VaultKeys,
  { vaultKey, row: opened }: OpenedSlot,
  passphrase: string,
): Promise<void> {
  const slot = parsePassphraseSlot(opened);
  if (slot === null || slot === "unknown" || slot.parameterSet === CURRENT_SET) return;
  const { id, vaultId, revision } = opened;
  await commit(gate, keys, {
    read: async () => null,
    make: async (manifest, _, generation) => {
      const place = { vaultId, id, revision: revision + 1, generation };
      const row = await sealPassphraseSlot(vaultKey, passphrase, CURRENT_SET, place);
      return { manifest: withEntry(manifest, await entryOf([row])), put: [row] };
    },
  });
}

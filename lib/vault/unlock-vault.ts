import type { Bytes } from "./bytes";
import { commit } from "./commit";
import { DamagedVaultError, NewerFormatError, NoVaultError } from "./errors";
import { isNewer, parseRow, type Row } from "./format";
import { entryOf, MANIFEST_KEY, readManifest, withEntry } from "./manifest";
import { CURRENT_SET, type ParameterSet } from "./parameter-sets";
import { openPassphraseSlot, parsePassphraseSlot, sealPassphraseSlot } from "./passphrase-slot";
import { isPinned, pinsOf } from "./row-set";
import { rowsOf, type VaultDb } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

/** More slots than anyone has; each one tried costs a whole derivation. */
const MAX_SLOTS = 8;

export interface OpenedSlot {
  /** To be zeroed by the caller. */
  vaultKey: Bytes;
  row: Row;
  parameterSet: ParameterSet;
}

/**
 * Tries the passphrase on every passphrase slot.
 *
 * @returns `null` when it opens none.
 * @throws {@link NoVaultError}, {@link NewerFormatError}; {@link DamagedVaultError} when no
 * passphrase could open it any more, so that nobody is told to check their keyboard in vain.
 */
export async function openAnySlot(db: VaultDb, passphrase: string): Promise<OpenedSlot | null> {
  const transaction = db.transaction("rows");
  const [count, storedManifest, stored] = await Promise.all([
    transaction.store.count(),
    transaction.store.get(MANIFEST_KEY),
    transaction.store.getAll(rowsOf("slot")),
  ]);
  if (count === 0) throw new NoVaultError();
  if (isNewer(storedManifest)) throw new NewerFormatError();
  const slots = stored.slice(0, MAX_SLOTS).flatMap((value) => {
    const row = parseRow(value);
    const slot = row && parsePassphraseSlot(row);
    return row && slot ? [{ row, slot }] : [];
  });
  for (const { row, slot } of slots) {
    if (slot === "unknown") continue;
    const vaultKey = await openPassphraseSlot(row, slot, passphrase);
    if (vaultKey) return { vaultKey, row, parameterSet: slot.parameterSet };
  }
  await explainRefusal(storedManifest, stored, slots);
  return null;
}

/** Returns when the passphrase may simply be wrong. What is asked here is unproven, good for words only. */
async function explainRefusal(
  storedManifest: unknown,
  stored: Row[],
  slots: { row: Row; slot: object | "unknown" }[],
): Promise<void> {
  const manifestRow = parseRow(storedManifest);
  const manifest = manifestRow && readManifest(manifestRow);
  const pins = manifest && pinsOf(manifest);
  let isFromNewer = stored.length > 0 && stored.every(isNewer);
  for (const { row, slot } of slots) {
    const isIntact = !pins || (await isPinned(row, pins));
    if (isIntact && slot !== "unknown") return;
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
  opened: OpenedSlot,
  passphrase: string,
): Promise<void> {
  if (opened.parameterSet === CURRENT_SET) return;
  const { id, vaultId, revision } = opened.row;
  await commit(gate, keys, {
    read: async () => null,
    make: async (manifest, _, generation) => {
      const place = { vaultId, id, revision: revision + 1, generation };
      const row = await sealPassphraseSlot(opened.vaultKey, passphrase, CURRENT_SET, place);
      return { manifest: withEntry(manifest, await entryOf([row])), put: [row] };
    },
  });
}

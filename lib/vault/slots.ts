import type { Bytes } from "./bytes";
import { commit } from "./commit";
import { NoSuchKeyError, WeakPassphraseError, WrongProofError } from "./errors";
import type { Row } from "./format";
import type { Manifest } from "./manifest";
import { openAnySlot } from "./open-slot";
import { CURRENT_SET } from "./parameter-sets";
import { isTooShort } from "./passphrase-length";
import { sealPassphraseSlot } from "./passphrase-slot";
import type { Proof } from "./proof";
import { newRecoveryCode } from "./recovery-code";
import { entryOf, withEntry } from "./seal-manifest";
import { sealPasskeySlot, sealRecoverySlot } from "./secret-slot";
import { slotsOf, storedSlots } from "./slot-facts";
import { type RowKey, rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";

/**
 * Puts a new passphrase in the place of all passphrase slots. No record changes.
 *
 * @throws {@link WrongProofError}, {@link WeakPassphraseError}, {@link NotSavedError}
 */
export async function changePassphrase(
  gate: VaultGate,
  proof: Proof,
  passphrase: string,
): Promise<void> {
  if (isTooShort(passphrase)) throw new WeakPassphraseError();
  await replaceSlots(gate, proof, "passphrase", (vaultKey, place) =>
    sealPassphraseSlot(vaultKey, passphrase, CURRENT_SET, place),
  );
}

/**
 * One of before still opens the vault until it is taken away by {@link removeSlot}: a new code that
 * nobody could write down must not cost the old one.
 *
 * @returns the code as it is written down; it is kept nowhere.
 * @throws {@link WrongProofError}, {@link NotSavedError}
 */
export async function addRecoveryCode(gate: VaultGate, proof: Proof): Promise<string> {
  const { secret, written } = newRecoveryCode();
  await replaceSlots(gate, proof, null, (vaultKey, place) =>
    sealRecoverySlot(vaultKey, secret, place),
  );
  secret.fill(0);
  return written;
}

/** @throws {@link WrongProofError}, {@link UselessPasskeyError}, {@link NotSavedError} */
export async function addPasskey(
  gate: VaultGate,
  proof: Proof,
  passkey: { credentialId: string; salt: Bytes; secret: Bytes },
): Promise<void> {
  await replaceSlots(gate, proof, null, (vaultKey, place) =>
    sealPasskeySlot(vaultKey, passkey, place),
  );
}

/** Takes a recovery code or passkey away; never the passphrase. @throws {@link NoSuchKeyError} */
export async function removeSlot(gate: VaultGate, id: string): Promise<void> {
  const found = (await storedSlots(gate.place.db)).find(({ row }) => row.id === id);
  if (!found || found.slot.slotKind === "passphrase") throw new NoSuchKeyError();
  await commit(gate, await gate.keys(), {
    read: async () => null,
    make: async (manifest) => ({
      manifest: withoutIds(manifest, [id]),
      put: [],
      remove: [["slot", 0, id]],
    }),
  });
}

/** The vault key, once more proven; to be zeroed by the caller. @throws {@link WrongProofError} */
export async function provenVaultKey(gate: VaultGate, proof: Proof): Promise<Bytes> {
  const opened = await openAnySlot(gate.place, proof);
  if (!opened) throw new WrongProofError();
  return opened.vaultKey;
}

async function replaceSlots(
  gate: VaultGate,
  proof: Proof,
  replaced: "passphrase" | null,
  seal: (
    vaultKey: Bytes,
    place: { vaultId: string; id: string; revision: number; generation: number },
  ) => Promise<Row>,
): Promise<void> {
  const keys = await gate.keys();
  const vaultKey = await provenVaultKey(gate, proof);
  try {
    const id = crypto.randomUUID();
    await commit(gate, keys, {
      read: ({ rows }) => rows.getAll(rowsOf("slot")) as Promise<unknown[]>,
      make: async (manifest, stored, generation) => {
        const place = { vaultId: keys.vaultId, id, revision: 1, generation };
        const row = await seal(vaultKey, place);
        const old = slotsOf(stored)
          .filter(({ slot }) => slot.slotKind === replaced)
          .map((slot) => slot.row.id);
        const next = withEntry(withoutIds(manifest, old), await entryOf([row]));
        return { manifest: next, put: [row], remove: old.map((id): RowKey => ["slot", 0, id]) };
      },
    });
  } finally {
    vaultKey.fill(0);
  }
}

function withoutIds(manifest: Manifest, ids: string[]): Manifest {
  const rows = manifest.rows.filter(({ id, kind }) => kind !== "slot" || !ids.includes(id));
  return { ...manifest, rows };
}

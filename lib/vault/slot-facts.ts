import type { Bytes } from "./bytes";
import { parseRow, type Row } from "./format";
import { parsePassphraseSlot, parseSecretSlot } from "./parse-slots";
import { rowsOf, type VaultDb } from "./vault-db";

/** A way into the vault, as it stands in clear on the disk. */
export interface SlotFacts {
  id: string;
  kind: "passphrase" | "recovery" | "passkey";
}

/** What the lock screen asks a passkey with. */
export interface PasskeyHint {
  credentialId: string;
  salt: Bytes;
}

/** Readable while locked; nothing in it is proven. */
export async function passkeyHints(db: VaultDb): Promise<PasskeyHint[]> {
  const slots = await storedSlots(db);
  return slots.flatMap(({ slot }) =>
    slot.slotKind === "passkey" ? [{ credentialId: slot.credentialId, salt: slot.salt }] : [],
  );
}

export async function slotFacts(db: VaultDb): Promise<SlotFacts[]> {
  const slots = await storedSlots(db);
  return slots.map(({ row, slot }) => ({ id: row.id, kind: slot.slotKind }));
}

export async function storedSlots(db: VaultDb) {
  return slotsOf(await db.getAll("rows", rowsOf("slot")));
}

type ParsedSlot = { slotKind: "passphrase" } | NonNullable<ReturnType<typeof parseSecretSlot>>;

export function slotsOf(stored: unknown[]): { row: Row; slot: ParsedSlot }[] {
  return stored.flatMap((value) => {
    const row = parseRow(value);
    const slot = row && parseSlot(row);
    return slot ? [{ row, slot }] : [];
  });
}

function parseSlot(row: Row): ParsedSlot | null {
  return parseSecretSlot(row) ?? (parsePassphraseSlot(row) && { slotKind: "passphrase" });
}

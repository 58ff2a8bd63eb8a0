import type { Row } from "../../lib/vault/format.ts";
import { parsePassphraseSlot } from "../../lib/vault/parse-slots.ts";
import { openPassphraseSlot } from "../../lib/vault/passphrase-slot.ts";

/** The raw vault key, from what `slotRow` tells; derived here, so that the browser never saw it for the test's sake. */
export async function vaultKeyOf(stored: unknown, passphrase: string): Promise<Buffer> {
  const { nonce, ciphertext, ...rest } = stored as Record<string, string>;
  const row = {
    ...rest,
    nonce: Uint8Array.fromBase64(nonce ?? ""),
    ciphertext: Uint8Array.fromBase64(ciphertext ?? ""),
  } as unknown as Row;
  const slot = parsePassphraseSlot(row);
  if (slot === null || slot === "unknown") throw new Error("no passphrase slot");
  const vaultKey = await openPassphraseSlot(row, slot, passphrase);
  if (!vaultKey) throw new Error("the slot did not open");
  return Buffer.from(vaultKey);
}

import type { Vault } from "../vault/vault";
import { readPreferences, replaceKeyInUse } from "./preferences";

/**
 * Keeps the choice of the key in use sensible: someone who added one key need not choose it, and a
 * removed key is in use no longer. A key from the console's page is used only by the person's word:
 * no page decides whom the API is asked as. Does nothing while the vault is not open.
 */
export async function settleKeyInUse(vault: Vault): Promise<void> {
  if ((await vault.state()) !== "open") return;
  const [keys, { keyInUse }] = await Promise.all([vault.keys(), readPreferences(vault)]);
  if (keys.some((key) => key.id === keyInUse)) return;
  const [only, second] = keys;
  const settled = only && !second && only.origin === "pasted" ? only.id : null;
  if (settled !== keyInUse) await replaceKeyInUse(vault, keyInUse, settled);
}

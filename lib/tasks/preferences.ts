import type { Vault } from "../vault/vault";
import type { Documents } from "../vault/vault-reader";

const NAME = "preferences";

/** Kept encrypted in the vault: which key someone works with is nobody else's business. */
export interface Preferences {
  /** Id of the key the API is called with. */
  keyInUse: string | null;
}

export async function readPreferences(vault: Documents): Promise<Preferences> {
  const stored = await vault.document("settings", NAME);
  const isObject = typeof stored === "object" && stored !== null;
  const keyInUse = isObject && "keyInUse" in stored ? stored.keyInUse : null;
  return { keyInUse: typeof keyInUse === "string" ? keyInUse : null };
}

export async function changePreferences(vault: Vault, change: Partial<Preferences>): Promise<void> {
  await vault.putDocument("settings", NAME, { ...(await readPreferences(vault)), ...change });
}

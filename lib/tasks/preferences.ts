import type { Vault } from "../vault/vault";
import type { Documents } from "../vault/vault-reader";

const NAME = "preferences";

/** Kept encrypted in the vault: which key someone works with is nobody else's business. */
export interface Preferences {
  /** Id of the key the API is called with. */
  keyInUse: string | null;
}

export async function readPreferences(vault: Documents): Promise<Preferences> {
  return preferencesIn(await vault.document("settings", NAME));
}

function preferencesIn(stored: unknown): Preferences {
  const isObject = typeof stored === "object" && stored !== null;
  const keyInUse = isObject && "keyInUse" in stored ? stored.keyInUse : null;
  return { keyInUse: typeof keyInUse === "string" ? keyInUse : null };
}

export function changePreferences(vault: Vault, change: Partial<Preferences>): Promise<void> {
  return changeBy(vault, () => change);
}

/** Another key is in use, unless somebody has chosen one since `before` was read. */
export function replaceKeyInUse(
  vault: Vault,
  before: string | null,
  keyInUse: string | null,
): Promise<void> {
  return changeBy(vault, (now) => (now.keyInUse === before ? { keyInUse } : {}));
}

function changeBy(vault: Vault, change: (now: Preferences) => Partial<Preferences>): Promise<void> {
  return vault.changeDocuments("settings", async ({ read }) => {
    const now = preferencesIn(await read(NAME));
    return new Map([[NAME, { ...now, ...change(now) }]]);
  });
}

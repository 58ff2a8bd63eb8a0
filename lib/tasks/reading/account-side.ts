import type { Vault } from "../../vault/vault";
import type { Documents } from "../../vault/vault-reader";

/** Whose operations a key opens. The API has no "who am I", so it is learned from what answers. */
export type AccountSide = "distributor" | "partner";

const NAME = "sides";

/** `null` while nothing was learned of this key. */
export async function readSide(vault: Documents, keyId: string): Promise<AccountSide | null> {
  const side = (await readSides(vault))[keyId];
  return side === "distributor" || side === "partner" ? side : null;
}

export async function keepSide(vault: Vault, keyId: string, side: AccountSide): Promise<void> {
  if ((await readSides(vault))[keyId] === side) return;
  await vault.changeDocuments("settings", async (now) => {
    return new Map([[NAME, { ...sidesIn(await now.read(NAME)), [keyId]: side }]]);
  });
}

/** What was learned of each key, by its id; unchecked. */
export async function readSides(vault: Documents): Promise<Record<string, unknown>> {
  return sidesIn(await vault.document("settings", NAME));
}

function sidesIn(stored: unknown): Record<string, unknown> {
  return typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
}

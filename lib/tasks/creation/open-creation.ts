import type { Vault } from "../../vault/vault";
import type { KeyWish } from "./key-wish";

/** A creation that was begun and not seen to its end. Kept in the vault, so that it outlives the browser. */
export interface OpenCreation {
  wish: KeyWish;
  startedAt: string;
}

const NAME = "open-creation";

/** Written by {@link putOpenCreation} alone, under the vault's own seal; so its shape is trusted. */
export async function readOpenCreation(vault: Vault): Promise<OpenCreation | null> {
  return (await vault.document("settings", NAME)) as OpenCreation | null;
}

export async function putOpenCreation(vault: Vault, open: OpenCreation | null): Promise<void> {
  const isClear = open === null && (await readOpenCreation(vault)) === null;
  if (!isClear) await vault.putDocument("settings", NAME, open);
}

import type { Vault } from "../../vault/vault";

/**
 * `careful`: nobody has decided yet, nothing is written until the first change is confirmed, which
 * makes it `writing`. `read-only`: a person switched writing off, and only a person switches it on.
 */
export type WriteMode = "careful" | "read-only" | "writing";

const NAME = "write-mode";

export async function readWriteMode(vault: Vault): Promise<WriteMode> {
  const stored = await vault.document("settings", NAME);
  const mode = typeof stored === "object" && stored !== null && "mode" in stored && stored.mode;
  return mode === "read-only" || mode === "writing" ? mode : "careful";
}

export async function putWriteMode(vault: Vault, mode: WriteMode): Promise<void> {
  await vault.putDocument("settings", NAME, { mode });
}

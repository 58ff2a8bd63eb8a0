import type { Contract } from "../api/contracts";
import type { Documents } from "../vault/vault-reader";

/** The contracts as the API last told them, kept encrypted in the vault for the next first picture. */
export interface ContractsSnapshot {
  /** ISO instant of the answer. */
  at: string;
  contracts: Contract[];
  /** Contracts the answer held in a form nobody could read. */
  notUnderstood: number;
}

/** Written by `putContractsSnapshot` alone, under the vault's own seal; so its shape is trusted. */
export async function readContractsSnapshot(
  vault: Documents,
  keyId: string,
): Promise<ContractsSnapshot | null> {
  const kept = await vault.document("snapshot", contractsNameOf(keyId));
  if (kept === null || "contracts" in (kept as object)) return kept as ContractsSnapshot | null;
  // More of them than most first pictures have.
  return (await import("./reading/packed-document")).readPacked(vault, contractsNameOf(keyId));
}

/** One snapshot for each key: another key may see another distributor's contracts. */
export function contractsNameOf(keyId: string): string {
  return `contracts/${keyId}`;
}

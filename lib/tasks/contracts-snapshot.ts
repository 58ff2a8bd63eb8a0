import type { Listed } from "../api/answer";
import type { Contract } from "../api/contracts";
import type { Vault } from "../vault/vault";
import type { Documents } from "../vault/vault-reader";

/** The contracts as the API last told them, kept encrypted in the vault for the next first picture. */
export interface ContractsSnapshot {
  /** ISO instant of the answer. */
  at: string;
  contracts: Contract[];
  /** Contracts the answer held in a form nobody could read. */
  notUnderstood: number;
}

/** Written by {@link putContractsSnapshot} alone, under the vault's own seal; so its shape is trusted. */
export async function readContractsSnapshot(
  vault: Documents,
  keyId: string,
): Promise<ContractsSnapshot | null> {
  return (await vault.document("snapshot", nameOf(keyId))) as ContractsSnapshot | null;
}

export async function putContractsSnapshot(
  vault: Vault,
  keyId: string,
  { items, notUnderstood }: Listed<Contract>,
  nowMs: number,
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  const snapshot: ContractsSnapshot = { at, contracts: items, notUnderstood };
  await vault.putDocument("snapshot", nameOf(keyId), snapshot);
}

/** One snapshot for each key: another key may see another distributor's contracts. */
function nameOf(keyId: string): string {
  return `contracts/${keyId}`;
}

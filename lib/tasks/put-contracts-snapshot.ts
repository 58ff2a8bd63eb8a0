import type { Listed } from "../api/answer";
import type { Contract } from "../api/contracts";
import type { Vault } from "../vault/vault";
import { type ContractsSnapshot, contractsNameOf } from "./contracts-snapshot";
import { inPlaceOf, putPacked } from "./reading/packed-document";

/** So many are kept as they are, for the first picture; one document of the vault holds some 2,500. */
const MOST_PLAIN = 500;

export async function putContractsSnapshot(
  vault: Vault,
  keyId: string,
  { items, notUnderstood }: Listed<Contract>,
  nowMs: number,
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  const snapshot: ContractsSnapshot = { at, contracts: items, notUnderstood };
  const name = contractsNameOf(keyId);
  if (items.length > MOST_PLAIN) return putPacked(vault, name, snapshot);
  // There may have been more of them before.
  const plain = new Map([[name, snapshot]]);
  await vault.changeDocuments("snapshot", (now) => inPlaceOf(now, name, plain));
}

import { describeCapture } from "../tasks/describe-capture";
import { createVault, type Vault } from "../vault/vault";
import { ownGate } from "./vault-view";

let vault: Promise<Vault> | undefined;

/** This context's own view of the vault; every context has one over the same database. */
export function ownVault(): Promise<Vault> {
  vault ??= ownGate().then((gate) => createVault({ ...gate.place, describeCapture }, gate));
  return vault;
}

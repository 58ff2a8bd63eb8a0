import { describeCapture } from "../../tasks/describe-capture";
import { createVault, type Vault } from "../../vault/vault";
import type { VaultGate } from "../../vault/vault-gate";
import { ownGate } from "./vault-view";

let own: { gate: Promise<VaultGate>; vault: Promise<Vault> } | undefined;

/** This context's own view of the vault; every context has one over the same database. */
export function ownVault(): Promise<Vault> {
  const gate = ownGate();
  if (own?.gate !== gate)
    own = { gate, vault: gate.then((way) => createVault({ ...way.place, describeCapture }, way)) };
  return own.vault;
}

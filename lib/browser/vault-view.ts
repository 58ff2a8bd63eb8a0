import { openVaultDb } from "../vault/vault-db";
import { VaultGate } from "../vault/vault-gate";
import { readVault, type VaultReader } from "../vault/vault-reader";
import { keyLine } from "./key-line";
import { secondPlace } from "./second-place";
import { sessionArea } from "./session-area";

let gate: Promise<VaultGate> | undefined;
let view: Promise<VaultReader> | undefined;

/** This context's one way to the unlocked key. */
export function ownGate(): Promise<VaultGate> {
  gate ??= openVaultDb().then(
    (db) =>
      new VaultGate({
        db,
        session: sessionArea,
        second: secondPlace,
        keyLine: keyLine(),
        now: Date.now,
      }),
  );
  return gate;
}

/** The vault as this context reads it. What also writes is in `own-vault.ts`, which weighs more. */
export function vaultView(): Promise<VaultReader> {
  view ??= ownGate().then(readVault);
  return view;
}

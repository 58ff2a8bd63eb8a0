import { NotSavedError } from "../../vault/errors";
import { openVaultDb } from "../../vault/vault-db";
import { VaultGate } from "../../vault/vault-gate";
import { readVault, type VaultReader } from "../../vault/vault-reader";
import { sessionArea } from "../session-area";
import { laterKeyLine } from "./later-key-line";
import { laterSecondPlace } from "./later-second-place";

let gate: Promise<VaultGate> | undefined;
let view: { gate: Promise<VaultGate>; vault: Promise<VaultReader> } | undefined;
/** The browser took the database away from this context, as Chromium does when the disk is full. */
let wasClosed = false;

/** This context's one way to the unlocked key; another one after the browser closed the database. */
export function ownGate(): Promise<VaultGate> {
  gate ??= openGate();
  return gate;
}

async function openGate(): Promise<VaultGate> {
  const forget = () => {
    wasClosed = true;
    gate = undefined;
    spoil();
  };
  try {
    if (wasClosed && !(await (await import("./room")).hasRoom())) throw new NotSavedError();
    const db = await openVaultDb(undefined, forget);
    wasClosed = false;
    db.addEventListener("abort", spoil);
    return new VaultGate({
      db,
      session: sessionArea,
      second: laterSecondPlace,
      keyLine: laterKeyLine,
      now: Date.now,
      // Loaded at an unlock: a popup that only reads goes without.
      fixedLockMinutes: async () => {
        const { readPolicy } = await import("../settings/policy-store");
        // One that is there and cannot be read may ask for anything: the shortest time, then.
        return readPolicy().then(
          ({ lockMinutes }) => lockMinutes,
          () => 1,
        );
      },
    });
  } catch (error) {
    gate = undefined;
    throw error;
  }
}

/** Seldom needed where the vault is only read. */
function spoil(): void {
  void import("./fresh-logs").then(({ spoilLogs }) => spoilLogs());
}

/** The vault as this context reads it. What also writes is in `own-vault.ts`, which weighs more. */
export function vaultView(): Promise<VaultReader> {
  const own = ownGate();
  if (view?.gate !== own) view = { gate: own, vault: own.then(readVault) };
  return view.vault;
}

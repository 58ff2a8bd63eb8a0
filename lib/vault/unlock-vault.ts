import type { EarlyLook } from "./early-look";
import { DamagedVaultError, NotSavedError, NoVaultError, OlderCopyError } from "./errors";
import { fileCaptures } from "./inbox";
import type { JustOpened } from "./just-opened";
import { mendInbox } from "./mend-inbox";
import { openSession } from "./open-session";
import { openAnySlot, renewSlot } from "./open-slot";
import type { Proof } from "./proof";
import { recoverLost } from "./recover-lost";
import type { VaultDeps } from "./vault-api";
import type { VaultGate } from "./vault-gate";

/** Whom an unlock tells how far it is. */
export interface UnlockListeners {
  /** The key has proven the vault, and its session is being begun: views may get ready to read. */
  onOpening?: (opening: JustOpened) => void;
  /**
   * Views can read from now on; called again where more came in after that. What was opened is told
   * where it stands as it was proven.
   */
  onReadable?: (opened?: JustOpened) => void;
}

interface Unlocking {
  deps: VaultDeps;
  gate: VaultGate;
  early: EarlyLook;
  describeCapture: NonNullable<VaultDeps["describeCapture"]>;
}

/**
 * Opens the vault with a proof, and looks after its inbox on the way. One whose first copy is gone
 * is brought back first.
 *
 * @returns `false` when the proof does not open it.
 */
export async function unlockVault(
  unlocking: Unlocking,
  proof: Proof,
  listeners: UnlockListeners = {},
): Promise<boolean> {
  try {
    return await unlockFound(unlocking, proof, listeners);
  } catch (error) {
    if (!(error instanceof NoVaultError)) throw error;
    await recoverLost(unlocking.deps);
    return unlockFound(unlocking, proof, listeners);
  }
}

async function unlockFound(
  { deps, gate, early, describeCapture }: Unlocking,
  proof: Proof,
  { onOpening, onReadable }: UnlockListeners,
): Promise<boolean> {
  const looking = early.take();
  const opened = await openAnySlot(
    deps,
    proof,
    looking.then(({ stored }) => stored),
  );
  if (!opened) return false;
  try {
    const { row, vaultKey } = opened;
    const lists = await looking;
    // What comes in from here on tells of itself.
    const counting = deps.db.count("inbox");
    // A failure is met below: the key is not to be zeroed while a session is begun with it.
    counting.catch(() => undefined);
    let opening: JustOpened | undefined;
    const begun = await openSession(gate, row.vaultId, vaultKey, lists, (told) => {
      opening = told;
      onOpening?.(told);
    });
    const waiting = await counting;
    const { keys, manifest, session } = begun;
    early.forget();
    // Mostly nothing waits in the inbox, and then nobody who reads need wait for the looking.
    const isQuiet = waiting === 0;
    // One that is kept nowhere is asked for where it is held.
    if (isQuiet) onReadable?.(session.kept === null ? undefined : opening);
    const isMended = await unlessUnwritable(() => mendInbox(gate, keys, manifest));
    const filed = await unlessUnwritable(() => fileCaptures(gate, "wanted", describeCapture));
    if (!isQuiet || isMended || filed?.length) onReadable?.();
    if (proof.kind === "passphrase")
      await unlessUnwritable(() => renewSlot(gate, keys, opened, proof.passphrase));
  } finally {
    opened.vaultKey.fill(0);
  }
  return true;
}

/** Nothing that is kept depends on these steps, and the next unlock tries them again. */
export async function unlessUnwritable<T>(step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    const isUnwritable = [NotSavedError, DamagedVaultError, OlderCopyError].some(
      (kind) => error instanceof kind,
    );
    if (!isUnwritable) throw error;
    return undefined;
  }
}

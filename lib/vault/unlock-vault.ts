import { macOf } from "./anchor";
import type { EarlyLook, ThreeLists } from "./early-look";
import { DamagedVaultError, NotSavedError, NoVaultError, OlderCopyError } from "./errors";
import { parseRow } from "./format";
import { fileCaptures } from "./inbox";
import type { JustOpened } from "./just-opened";
import { mendInbox } from "./mend-inbox";
import { openSession } from "./open-session";
import { openAnySlot, renewSlot } from "./open-slot";
import type { Proof } from "./proof";
import { recoverLost } from "./recover-lost";
import type { VaultDeps } from "./vault-api";
import type { VaultGate } from "./vault-gate";

type OnReadable = (opened?: JustOpened) => void;

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
 * @param onReadable - Views can read it from now on; called again where more came in after that.
 * @returns `false` when the proof does not open it.
 */
export async function unlockVault(
  unlocking: Unlocking,
  proof: Proof,
  onReadable?: OnReadable,
): Promise<boolean> {
  try {
    return await unlockFound(unlocking, proof, onReadable);
  } catch (error) {
    if (!(error instanceof NoVaultError)) throw error;
    await recoverLost(unlocking.deps);
    return unlockFound(unlocking, proof, onReadable);
  }
}

async function unlockFound(
  { deps, gate, early, describeCapture }: Unlocking,
  proof: Proof,
  onReadable?: OnReadable,
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
    const begun = await openSession(gate, row.vaultId, vaultKey, lists);
    const waiting = await counting;
    const { keys, manifest } = begun;
    early.forget();
    // Mostly nothing waits in the inbox, and then nobody who reads need wait for the looking.
    const isQuiet = waiting === 0;
    if (isQuiet) onReadable?.(toldOf(begun, lists));
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

/** Nothing is told of a vault that was put right on the way, nor of a key that is kept nowhere. */
function toldOf(
  { keys, manifest, session }: Awaited<ReturnType<typeof openSession>>,
  { stored }: ThreeLists,
): JustOpened | undefined {
  const row = parseRow(stored);
  if (!row || !manifest || session.kept === null) return undefined;
  const { sessionId, vaultId } = session;
  return { sessionId, vaultId, base: keys.base, mac: macOf(row) };
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

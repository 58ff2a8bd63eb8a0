import { isOlderThan, macOf } from "./anchor";
import { prepareSession, startSession } from "./begin-session";
import type { Bytes } from "./bytes";
import { readLists, type ThreeLists } from "./early-look";
import { NotSavedError } from "./errors";
import { parseRow } from "./format";
import type { JustOpened } from "./just-opened";
import { lockSettingsAtUnlock } from "./lock-settings";
import type { Manifest } from "./manifest";
import { type Reconciled, reconcile } from "./reconcile";
import type { Session } from "./session";
import type { VaultGate } from "./vault-gate";
import { importVaultKey, type VaultKeys, workingKeys } from "./vault-key";

/**
 * Begins a session with a vault key that was just recovered: compares the copies, asks the vault
 * how the key may be kept, and keeps it so. The caller zeroes `vaultKey`.
 *
 * @param onOpening - The key has proven the list, and the copies agree. Not told where something has
 * to be put right first.
 * @returns `manifest`: as it was just proven; `null` where it has to be read anew.
 */
export async function openSession(
  gate: VaultGate,
  vaultId: string,
  vaultKey: Bytes,
  lists?: ThreeLists,
  onOpening?: (opening: JustOpened) => void,
): Promise<{ keys: VaultKeys; manifest: Manifest | null; session: Session }> {
  const sessionId = crypto.randomUUID();
  const preparing = prepareSession(gate.place, sessionId);
  // Where the comparison fails, that is what is told.
  preparing.catch(() => undefined);
  const keys = await workingKeys(await importVaultKey(vaultKey), vaultId);
  const seen = lists ?? (await readLists(gate.place));
  const { findings, isOlder, manifest } = await firstLook(gate, keys, seen);
  const row = parseRow(seen.stored);
  if (row && manifest) onOpening?.({ sessionId, vaultId, base: keys.base, mac: macOf(row) });
  const { minutes, strict } = await lockSettingsAtUnlock(gate, keys, manifest);
  const begun = { sessionId, vaultId, findings, isOlder };
  gate.adopt({ ...begun, kept: null }, keys);
  const wrappingKey = await preparing;
  const kept = strict ? null : vaultKey;
  const session = await startSession(gate.place, begun, kept, minutes, wrappingKey);
  gate.adopt(session, keys);
  return { keys, manifest, session };
}

/**
 * Where the three lists agree, rows are compared after the unlock, when nobody waits for it.
 *
 * @returns `manifest`: the one they agree on; `null` where something was put right or is not known.
 */
async function firstLook(
  gate: VaultGate,
  keys: VaultKeys,
  { stored, other, anchor }: ThreeLists,
): Promise<Reconciled & { manifest: Manifest | null }> {
  const manifest = await gate.verified(keys, stored);
  const [row, copied] = [parseRow(stored), parseRow(other)];
  const agree = row && copied && anchor && !anchor.recovered && macOf(row) === macOf(copied);
  if (agree && manifest && !isOlderThan(anchor, row, manifest))
    return { findings: [], isOlder: false, manifest };
  try {
    return { ...(await reconcile(gate.place, keys)), manifest: null };
  } catch (error) {
    // A full disk keeps nobody from reading; the next unlock compares again.
    if (error instanceof NotSavedError) return { findings: [], isOlder: false, manifest: null };
    throw error;
  }
}

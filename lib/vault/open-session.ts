import { isOlderThan, macOf, readAnchor } from "./anchor";
import { startSession } from "./begin-session";
import type { Bytes } from "./bytes";
import { NewerFormatError, NotSavedError } from "./errors";
import { isNewer, parseRow } from "./format";
import { lockSettingsAtUnlock } from "./lock-settings";
import { openManifest } from "./manifest";
import { mirrorManifest } from "./mirror";
import { readWithManifest } from "./read-with-manifest";
import { type Reconciled, reconcile } from "./reconcile";
import type { VaultGate } from "./vault-gate";
import { importVaultKey, type VaultKeys, workingKeys } from "./vault-key";

/**
 * Begins a session with a vault key that was just recovered: compares the copies, asks the vault
 * how the key may be kept, and keeps it so. The caller zeroes `vaultKey`.
 */
export async function openSession(
  gate: VaultGate,
  vaultId: string,
  vaultKey: Bytes,
): Promise<VaultKeys> {
  const keys = await workingKeys(await importVaultKey(vaultKey), vaultId);
  const { findings, isOlder } = await firstLook(gate, keys);
  const { minutes, strict } = await lockSettingsAtUnlock(gate, keys);
  const begun = { sessionId: crypto.randomUUID(), vaultId, findings, isOlder };
  gate.adopt({ ...begun, kept: null }, keys);
  const session = await startSession(gate.place, begun, strict ? null : vaultKey, minutes);
  gate.adopt(session, keys);
  return keys;
}

/** Where the three lists agree, rows are compared after the unlock, when nobody waits for it. */
async function firstLook({ place }: VaultGate, keys: VaultKeys): Promise<Reconciled> {
  const { stored } = await readWithManifest(place.db, async () => null);
  if (isNewer(stored)) throw new NewerFormatError();
  const row = parseRow(stored);
  const manifest = row && (await openManifest(keys, row));
  const read = await Promise.allSettled([readAnchor(place.second), mirrorManifest(place.second)]);
  const anchor = read[0].status === "fulfilled" ? read[0].value : null;
  const other = read[1].status === "fulfilled" ? parseRow(read[1].value) : null;
  const agree = row && other && anchor && !anchor.recovered && macOf(row) === macOf(other);
  if (agree && manifest && !isOlderThan(anchor, row, manifest))
    return { findings: [], isOlder: false };
  try {
    return await reconcile(place, keys);
  } catch (error) {
    // A full disk keeps nobody from reading; the next unlock compares again.
    if (error instanceof NotSavedError) return { findings: [], isOlder: false };
    throw error;
  }
}

import { type Anchor, isOlderThan, macOf, readAnchor } from "./anchor";
import { startSession } from "./begin-session";
import type { Bytes } from "./bytes";
import { NotSavedError } from "./errors";
import { parseRow } from "./format";
import { lockSettingsAtUnlock } from "./lock-settings";
import type { Manifest } from "./manifest";
import { mirrorManifest } from "./mirror";
import { readWithManifest } from "./read-with-manifest";
import { type Reconciled, reconcile } from "./reconcile";
import type { SecondPlace } from "./second-place";
import type { SessionPlace } from "./session";
import type { VaultGate } from "./vault-gate";
import { importVaultKey, type VaultKeys, workingKeys } from "./vault-key";

/** What a first look at the three lists needs and no key: asked for while the slot's key is derived. */
export interface EarlyReads {
  copies: Promise<{ anchor: Anchor | null; other: unknown }>;
  storedManifest: unknown;
}

export function readCopiesEarly(second: SecondPlace): EarlyReads["copies"] {
  return Promise.allSettled([readAnchor(second), mirrorManifest(second)]).then(
    ([anchor, other]) => ({
      anchor: anchor.status === "fulfilled" ? anchor.value : null,
      other: other.status === "fulfilled" ? other.value : null,
    }),
  );
}

async function readNow({ db, second }: SessionPlace): Promise<EarlyReads> {
  const { stored } = await readWithManifest(db, async () => null);
  return { copies: readCopiesEarly(second), storedManifest: stored };
}

/**
 * Begins a session with a vault key that was just recovered: compares the copies, asks the vault
 * how the key may be kept, and keeps it so. The caller zeroes `vaultKey`.
 */
export async function openSession(
  gate: VaultGate,
  vaultId: string,
  vaultKey: Bytes,
  early?: EarlyReads,
): Promise<VaultKeys> {
  const keys = await workingKeys(await importVaultKey(vaultKey), vaultId);
  const { findings, isOlder, manifest } = await firstLook(
    gate,
    keys,
    early ?? (await readNow(gate.place)),
  );
  const { minutes, strict } = await lockSettingsAtUnlock(gate, keys, manifest);
  const begun = { sessionId: crypto.randomUUID(), vaultId, findings, isOlder };
  gate.adopt({ ...begun, kept: null }, keys);
  const session = await startSession(gate.place, begun, strict ? null : vaultKey, minutes);
  gate.adopt(session, keys);
  return keys;
}

/**
 * Where the three lists agree, rows are compared after the unlock, when nobody waits for it.
 *
 * @returns `manifest`: the one they agree on; `null` where something was put right or is not known.
 */
async function firstLook(
  gate: VaultGate,
  keys: VaultKeys,
  { copies, storedManifest }: EarlyReads,
): Promise<Reconciled & { manifest: Manifest | null }> {
  const [manifest, read] = await Promise.all([gate.verified(keys, storedManifest), copies]);
  const [row, other] = [parseRow(storedManifest), parseRow(read.other)];
  const { anchor } = read;
  const agree = row && other && anchor && !anchor.recovered && macOf(row) === macOf(other);
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

import { boundTo, knownHashes, partHash } from "./envelope";
import { parseRow } from "./format";
import { MANIFEST_KEY, readManifest } from "./manifest";
import { pinsOf } from "./row-set";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";

/** Documents of more parts are left where they are: nobody knows yet whether they will be asked for. */
const MOST_PARTS = 120;

/**
 * Reads, while the vault is locked, what its first picture is made of and is no secret: the text of
 * the manifest, and the sealed rows of the documents. Nothing of it is trusted: after the unlock the
 * manifest is proven, read anew unless the unlock named that very one, and says which rows count.
 */
export async function readAhead(gate: VaultGate): Promise<void> {
  const { db } = gate.place;
  const row = parseRow(await db.get("rows", MANIFEST_KEY));
  const manifest = row && readManifest(row);
  if (!manifest) return;
  await boundTo(row);
  // Remembered by the list, too.
  pinsOf(manifest);
  const parts = manifest.rows.map(({ kind, parts }) =>
    kind === "settings" || kind === "snapshot" ? parts.length : 0,
  );
  if (parts.reduce((total, count) => total + count, 0) > MOST_PARTS) return;
  const found = await Promise.all([
    db.getAll("rows", rowsOf("settings")),
    db.getAll("rows", rowsOf("snapshot")),
  ]);
  gate.ahead.clear();
  gate.manifestAhead = row;
  for (const value of found.flat()) {
    const sealed = parseRow(value);
    if (!sealed) continue;
    const hash = await partHash(sealed);
    knownHashes.set(sealed, hash);
    gate.ahead.set(hash, sealed);
  }
}

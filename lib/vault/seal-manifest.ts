import { canonicalJson } from "./canonical-json";
import { boundTo, partHash } from "./envelope";
import { FORMAT, NIL_UUID, NONCE_BYTES, type Row, SUITE } from "./format";
import type { Manifest, PartEntry, RowEntry } from "./manifest";
import type { VaultKeys } from "./vault-key";

export async function sealManifest(keys: VaultKeys, manifest: Manifest): Promise<Row> {
  const row = {
    format: FORMAT,
    suite: SUITE,
    vaultId: keys.vaultId,
    kind: "manifest" as const,
    id: NIL_UUID,
    part: 0,
    revision: manifest.generation,
    generation: manifest.generation,
    clear: canonicalJson(manifest),
    nonce: new Uint8Array(NONCE_BYTES),
  };
  const mac = await crypto.subtle.sign("HMAC", keys.manifest, await boundTo(row));
  return { ...row, ciphertext: new Uint8Array(mac) };
}

export async function entryOf(
  rows: readonly [Row, ...Row[]],
  facts: { due: number | null; mark: string | null } = { due: null, mark: null },
): Promise<RowEntry> {
  const parts = await Promise.all(rows.map(partEntryOf));
  return { id: rows[0].id, kind: rows[0].kind, parts, ...facts };
}

export async function partEntryOf(row: Row): Promise<PartEntry> {
  return { part: row.part, revision: row.revision, hash: await partHash(row) };
}

/** The entry with the same id and kind is replaced, or this one is added. */
export function withEntry(manifest: Manifest, entry: RowEntry): Manifest {
  const { rows } = withoutEntry(manifest, entry.kind, entry.id);
  return { ...manifest, rows: [...rows, entry] };
}

export function withoutEntry(manifest: Manifest, kind: RowEntry["kind"], id: string): Manifest {
  return { ...manifest, rows: manifest.rows.filter((one) => one.id !== id || one.kind !== kind) };
}

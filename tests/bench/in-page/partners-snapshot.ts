import { parsePartners } from "../../../lib/api/partners";
import { putSnapshot, readSnapshot } from "../../../lib/tasks/reading/snapshots";
import { createVault } from "../../../lib/vault/vault";
import { place } from "./own-place";

export interface SnapshotTimes {
  writtenMs: number;
  readMs: number;
}

/**
 * Keeps a list of partners as the workspace does, and reads it back with a view of the vault that has
 * seen nothing yet.
 *
 * @param wire - The list as the API answers it.
 * @throws `TooLargeError` where the vault takes no document of that size.
 */
export async function timePartnersSnapshot(
  keyId: string,
  contractId: string,
  wire: unknown,
): Promise<SnapshotTimes> {
  const name = `partners/${contractId}`;
  const value = parsePartners(wire);
  const at = new Date().toISOString();
  const writing = createVault(await place());
  const startedAtMs = performance.now();
  await putSnapshot(writing, keyId, name, { at, value });
  const writtenMs = performance.now() - startedAtMs;
  const reading = createVault(await place());
  const readFromMs = performance.now();
  const kept = await readSnapshot<typeof value>(reading, keyId, name);
  const readMs = performance.now() - readFromMs;
  if (kept?.value.items.length !== value.items.length) throw new Error("the list came back short");
  return { writtenMs, readMs };
}

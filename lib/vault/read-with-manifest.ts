import { MANIFEST_KEY } from "./manifest";
import type { VaultDb } from "./vault-db";

/** The two stores of one read-only transaction. */
export type ReadStores = ReturnType<typeof readStores>;

/** One transaction, one moment: the manifest belongs to what is read beside it. */
export async function readWithManifest<Found>(
  db: VaultDb,
  read: (db: ReadStores, stored: Promise<unknown>) => Promise<Found>,
): Promise<{ stored: unknown; found: Found }> {
  const stores = readStores(db);
  const manifest: Promise<unknown> = stores.rows.get(MANIFEST_KEY);
  const [stored, found] = await Promise.all([manifest, read(stores, manifest)]);
  return { stored, found };
}

function readStores(db: VaultDb) {
  const transaction = db.transaction(["rows", "inbox"]);
  return { rows: transaction.objectStore("rows"), inbox: transaction.objectStore("inbox") };
}

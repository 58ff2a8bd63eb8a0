import { deleteDB, openDB } from "idb";

const NAME = "new-log";
/** Larger values, and those that compress, are kept outside of the log. */
const VALUE_BYTES = 60 * 1024;

/**
 * Pushes so many bytes through the log that all of Chromium's databases of one origin share, and
 * takes them out again.
 *
 * @throws when they do not fit on the disk.
 */
export async function fillDatabaseLog(bytes: number): Promise<void> {
  const db = await openDB(NAME, 1, { upgrade: (fresh) => void fresh.createObjectStore("filling") });
  try {
    const values = Array.from({ length: Math.ceil(bytes / VALUE_BYTES) }, () =>
      crypto.getRandomValues(new Uint8Array(VALUE_BYTES)),
    );
    const { store, done } = db.transaction("filling", "readwrite", { durability: "strict" });
    await Promise.all([...values.map((value, at) => store.put(value, at)), done]);
  } finally {
    db.close();
  }
  await deleteDB(NAME);
}

import { type DBSchema, openDB } from "idb";
import type { CopyArea } from "./second-place";

interface MirrorSchema extends DBSchema {
  entries: { key: string; value: unknown };
}

/** A database of its own for the second copy, where the browser's other storage is no safer place. */
export function mirrorDb(name = "vault-mirror"): CopyArea {
  const opening = openDB<MirrorSchema>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore("entries"),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  // Every call awaits it, and says so there when it fails.
  opening.catch(() => undefined);
  const write = async (requests: (db: Entries) => Promise<unknown>[]) => {
    const transaction = (await opening).transaction("entries", "readwrite", {
      durability: "strict",
    });
    await Promise.all([...requests(transaction.store), transaction.done]);
  };
  return {
    async get(entries) {
      const { store } = (await opening).transaction("entries");
      const values = await Promise.all(entries.map((entry) => store.get(entry)));
      const found = entries.map((entry, at) => [entry, values[at]] as const);
      return Object.fromEntries(found.filter(([, value]) => value !== undefined));
    },
    names: async (prefix) =>
      (await opening).getAllKeys("entries", IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
    set: (entries) =>
      write((store) => Object.entries(entries).map(([entry, value]) => store.put(value, entry))),
    remove: (entries) => write((store) => entries.map((entry) => store.delete(entry))),
  };
}

interface Entries {
  put(value: unknown, name: string): Promise<unknown>;
  delete(name: string): Promise<unknown>;
}

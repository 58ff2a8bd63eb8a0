import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CaptureRow, Row } from "./format";

/** What is on the disk; every value is checked on reading, whatever the types promise. */
export interface VaultSchema extends DBSchema {
  rows: { key: RowKey; value: Row };
  inbox: { key: string; value: CaptureRow };
  /** The key that wraps the unlocked vault key in the browser's memory. Opens nothing on the disk. */
  session: { key: string; value: { id: string; sessionId: string; wrappingKey: CryptoKey } };
}

export type RowKey = [kind: string, part: number, id: string];
export type VaultDb = IDBPDatabase<VaultSchema>;

/**
 * Opens the vault's database; an empty one is made where there is none.
 *
 * @param onEnd - The browser closed it for good, as Chromium does when a disk is full: nothing can be
 * read or written through it any more, and it has to be opened anew.
 */
export async function openVaultDb(name = "vault", onEnd?: () => void): Promise<VaultDb> {
  const db = await openDB<VaultSchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("rows", { keyPath: ["kind", "part", "id"] });
      fresh.createObjectStore("inbox", { keyPath: "captureId" });
      fresh.createObjectStore("session", { keyPath: "id" });
    },
    // A newer version of the extension wants to upgrade: this context is about to end anyway.
    blocking: () => db.close(),
    terminated: () => onEnd?.(),
  });
  return db;
}

/** Whether there is no vault. Counting thousands of rows would take its time; this looks at one key. */
export async function hasNoRows(db: VaultDb): Promise<boolean> {
  // Every key is a list, and the empty list comes before all of them.
  return (await db.getKey("rows", IDBKeyRange.lowerBound([]))) === undefined;
}

/** All rows of one kind, or of one part of it. */
export function rowsOf(kind: string, part?: number): IDBKeyRange {
  const from = part === undefined ? [kind] : [kind, part];
  return IDBKeyRange.bound(from, [...from, []]);
}

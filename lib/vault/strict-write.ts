import { NotSavedError } from "./errors";
import type { VaultDb } from "./vault-db";

/** The two stores of one read-write transaction. */
export type WriteStores = ReturnType<typeof openStores>["stores"];

/**
 * One transaction that has reached the disk when this resolves. Whatever breaks it off, a full
 * disk included, means that nothing was saved.
 *
 * @param work - Must do nothing but requests of these stores: waiting for anything else would end
 * the transaction.
 * @throws {@link NotSavedError}
 */
export async function strictWrite<T>(
  db: VaultDb,
  work: (stores: WriteStores) => Promise<T>,
): Promise<T> {
  const { transaction, stores } = openStores(db);
  const ended = Promise.allSettled([transaction.done]);
  try {
    const outcome = await work(stores);
    const [end] = await ended;
    if (end.status === "rejected") throw end.reason;
    return outcome;
  } catch (cause) {
    abort(transaction);
    await ended;
    throw new NotSavedError({ cause });
  }
}

/** All at once; one that throws on the spot leaves no other unattended. */
export async function inOneGo(requests: (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(requests.map(async (request) => request()));
}

function openStores(db: VaultDb) {
  const transaction = db.transaction(["rows", "inbox"], "readwrite", { durability: "strict" });
  const stores = {
    rows: transaction.objectStore("rows"),
    inbox: transaction.objectStore("inbox"),
  };
  return { transaction, stores };
}

/** A transaction that failed by itself cannot be aborted once more. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
  }
}

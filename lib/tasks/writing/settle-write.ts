import { ApiError } from "../../api/api-error";
import type { ApiClient } from "../../api/client";
import type { Vault } from "../../vault/vault";
import { clientFor, keptKey, type Network } from "../key-client";
import { changeInJournal, type JournalEntry } from "./journal";
import { readObject } from "./object-state";
import { sameState } from "./preview-write";
import type { ObjectState } from "./write-order";

/** Nobody knows how it ended. */
export function isOpen({ outcome }: JournalEntry): boolean {
  return outcome === "sending" || outcome === "unknown";
}

/** Finds out how one write ended; reads only, and keeps what was found. */
export async function resolveWrite(
  vault: Vault,
  entry: JournalEntry,
  network: Network,
): Promise<JournalEntry> {
  const client = clientFor(await keptKey(vault, entry.key.id), vault, network);
  const settled = await settleByReading(client, entry, network);
  await changeInJournal(vault, entry.id, settled);
  return { ...entry, ...settled };
}

/** What became of a write whose answer nobody has, by reading the object. Never sends anything. */
export async function settleByReading(
  client: ApiClient,
  entry: JournalEntry,
  network: Network,
): Promise<Partial<JournalEntry>> {
  const settledAt = new Date(network.nowMs()).toISOString();
  try {
    const found = await readObject(client, entry.order, entry.twins);
    const objectId = found.id ?? entry.objectId;
    if (isAsWanted(entry, found.state)) {
      return { outcome: "done", isRead: true, settledAt, objectId, after: found.state };
    }
    const isAsBefore = sameState(found.state, entry.before);
    return { outcome: isAsBefore ? "not-seen" : "unknown", isRead: true, settledAt, objectId };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { outcome: "unknown", isRead: false, settledAt: null };
  }
}

function isAsWanted({ order, after }: JournalEntry, now: ObjectState | null): boolean {
  if (after === null || now === null) return after === now;
  if (order.kind === "schedule-deletion") return now.deletion != null;
  if (order.kind === "cancel-deletion") return now.deletion === null;
  const wanted = order.kind === "change-partner" ? order : after;
  return (["name", "allocatedBytes", "email"] as const).every((name) => {
    const value = (wanted as ObjectState)[name];
    return (
      value === undefined || value === now[name] || (name === "email" && now.email !== undefined)
    );
  });
}

import type { Vault } from "../../vault/vault";
import type { ObjectState, WriteOrder } from "./write-order";

/**
 * How a write ended. `sending`: recorded, then sent; who finds it so after a restart reads the object
 * and never sends again. `done`: the API said so, or reading showed it (`isRead`). `refused`: the
 * answer proves that nothing happened. `not-seen`: the answer was lost, and when read again the
 * object was as before. `unknown`: lost, and not readable either.
 */
export type WriteOutcome = "sending" | "done" | "refused" | "not-seen" | "unknown";

export interface JournalEntry {
  id: string;
  /** ISO instants: recorded before sending, and when the outcome became known. */
  at: string;
  settledAt: string | null;
  outcome: WriteOutcome;
  /** The outcome was learned by reading the object, not from the answer. */
  isRead: boolean;
  order: WriteOrder;
  before: ObjectState | null;
  after: ObjectState | null;
  /** Id of the object: of a created one as soon as it is known. */
  objectId: string | null;
  /** In words, since names change: the object, and where it belongs. */
  subject: string;
  place: string | null;
  key: { id: string; description: string; fingerprint: string; apiHost: string };
  /** Class of the error, and the API's own words (plain text, free of secrets). */
  failure: { name: string; apiMessage: string | null } | null;
  /** Ids of things of the same name that were there before a creation, to recognise the new one. */
  twins: string[];
  /** Id of the entry this one puts back. */
  putsBack: string | null;
}

/** Small, because every write rewrites the last one. */
const ENTRIES_PER_VOLUME = 40;

interface Volume {
  entries: JournalEntry[];
}

/** Every write ever recorded, newest first. */
export async function readJournal(vault: Vault): Promise<JournalEntry[]> {
  const volumes = await Promise.all(
    Array.from({ length: await volumeCount(vault) }, (_, at) => readVolume(vault, at)),
  );
  return volumes.flatMap(({ entries }) => entries).reverse();
}

export async function findInJournal(vault: Vault, id: string): Promise<JournalEntry | null> {
  return (await readJournal(vault)).find((entry) => entry.id === id) ?? null;
}

/** Only the background writes the journal; one writing at a time, or one would undo the other. */
let writing: Promise<unknown> = Promise.resolve();

function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const turn = writing.then(write, write);
  writing = turn;
  return turn;
}

/** Kept when this resolves; only then may anything be sent. */
export function addToJournal(vault: Vault, entry: JournalEntry): Promise<void> {
  return inTurn(() => add(vault, entry));
}

export function changeInJournal(
  vault: Vault,
  id: string,
  change: Partial<JournalEntry>,
): Promise<void> {
  return inTurn(() => changeEntry(vault, id, change));
}

async function add(vault: Vault, entry: JournalEntry): Promise<void> {
  const count = await volumeCount(vault);
  const last = await readVolume(vault, Math.max(0, count - 1));
  const isFull = last.entries.length >= ENTRIES_PER_VOLUME;
  const at = isFull ? count : Math.max(0, count - 1);
  const entries = isFull ? [entry] : [...last.entries, entry];
  await vault.putDocument("settings", nameOf(at), { entries });
  if (at + 1 !== count) await vault.putDocument("settings", "journal", { volumes: at + 1 });
}

async function changeEntry(vault: Vault, id: string, change: Partial<JournalEntry>): Promise<void> {
  for (let at = (await volumeCount(vault)) - 1; at >= 0; at--) {
    const { entries } = await readVolume(vault, at);
    if (!entries.some((entry) => entry.id === id)) continue;
    const changed = entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
    return vault.putDocument("settings", nameOf(at), { entries: changed });
  }
}

async function volumeCount(vault: Vault): Promise<number> {
  const head = (await vault.document("settings", "journal")) as { volumes: number } | null;
  return head?.volumes ?? 0;
}

async function readVolume(vault: Vault, at: number): Promise<Volume> {
  return ((await vault.document("settings", nameOf(at))) as Volume | null) ?? { entries: [] };
}

function nameOf(volume: number): string {
  return `journal/${volume}`;
}

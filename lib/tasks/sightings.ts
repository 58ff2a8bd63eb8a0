import type { Vault } from "../vault/vault";
import type { Documents } from "../vault/vault-reader";

/** What the console's list told of kept keys, whenever it was seen as a whole. All are key ids. */
export interface Sightings {
  /** Keys that were seen together; one list for each account whose console is used here. */
  lists: string[][];
  /** Stood in a list that is seen without them now: deleted in the console. */
  gone: string[];
  /** Still listed after their end. */
  expired: string[];
}

const NAME = "console-sightings";
const NOTHING: Sightings = { lists: [], gone: [], expired: [] };

export async function readSightings(vault: Documents): Promise<Sightings> {
  const stored = (await vault.document("settings", NAME)) as Partial<Sightings> | null;
  const ids = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((id) => typeof id === "string") : [];
  if (typeof stored !== "object" || stored === null) return NOTHING;
  const lists = Array.isArray(stored.lists) ? stored.lists.map(ids) : [];
  return { lists, gone: ids(stored.gone), expired: ids(stored.expired) };
}

export async function putSightings(vault: Vault, sightings: Sightings): Promise<void> {
  await vault.putDocument("settings", NAME, sightings);
}

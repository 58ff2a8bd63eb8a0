import type { ApiKey } from "../keys/api-key";
import { commit } from "./commit";
import { mustBeCopied } from "./copy-change";
import { damagedRowIds } from "./damaged-rows";
import { writeDocument } from "./documents";
import { DamagedVaultError, DuplicateKeyError } from "./errors";
import { fingerprintOf } from "./fingerprint";
import { ROW_LIMIT_BYTES, type Row } from "./format";
import { entryFor, type Manifest, type RowEntry } from "./manifest";
import { padJson } from "./padding";
import { readDocument } from "./read-document";
import {
  existing,
  keyFrom,
  LISTED,
  listedHash,
  listKeys,
  readerOf,
  readKey,
  SECRET,
} from "./read-records";
import { openListed, pinsOf } from "./row-set";
import { entryOf, partEntryOf, withEntry } from "./seal-manifest";
import { sealRow } from "./seal-row";
import type { RowKey } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import { documentId, tokenMark, type VaultKeys } from "./vault-key";

/** What is known of a key before it has a place in the vault. */
export type KeyFacts = Omit<ApiKey, "id" | "fingerprint">;

const HOUR_MS = 60 * 60 * 1000;

/** @throws {@link DuplicateKeyError}, {@link TooLargeError}, {@link NotSavedError} */
export async function addRecord(gate: VaultGate, token: string, facts: KeyFacts): Promise<ApiKey> {
  const keys = await gate.keys();
  const id = crypto.randomUUID();
  const outcome: { twinId: string | null; record: SealedRecord | null } = {
    twinId: null,
    record: null,
  };
  await commit(gate, keys, {
    read: async () => null,
    make: async (manifest, _, generation) => {
      const { twin, rest } = await withoutDamagedTwin(gate, keys, manifest, token);
      outcome.twinId = twin?.id ?? null;
      if (twin) return null;
      const withHours = await keepsHoursBy(gate, keys, manifest);
      const record = await sealRecord(keys, { id, token, facts, generation, withHours });
      outcome.record = record;
      const { rows, entry } = record;
      return { manifest: withEntry(rest, entry), put: rows, remove: dropped(manifest, rest) };
    },
  });
  const { twinId, record } = outcome;
  if (twinId !== null) {
    // "It is there already" is a promise like "saved".
    await mustBeCopied(gate.place);
    throw new DuplicateKeyError(twinId);
  }
  return record ? asSaved(gate, keys, record) : readKey(gate, id);
}

/** What was sealed, read back and opened need not be opened once more to be shown. */
function asSaved(
  gate: VaultGate,
  keys: VaultKeys,
  { key, entry }: Pick<SealedRecord, "key" | "entry">,
): ApiKey {
  gate.remember(keys, key, listedHash(entry));
  return { ...key };
}

/** @throws {@link NoSuchKeyError}, {@link DamagedVaultError}, {@link NotSavedError} */
export async function changeRecord(
  gate: VaultGate,
  id: string,
  change: Partial<KeyFacts>,
): Promise<ApiKey> {
  const keys = await gate.keys();
  const outcome: { record: Pick<SealedRecord, "key" | "entry"> | null } = { record: null };
  await commit(gate, keys, {
    read: readerOf(id, LISTED),
    make: async (manifest, stored, generation) => {
      const entry = existing(manifest, id);
      const record = await openListed(keys, pinsOf(manifest), stored);
      if (!record) throw new DamagedVaultError([id]);
      const before = keyFrom(id, record.content);
      const { id: _, ...after } = { ...before, ...change, id, fingerprint: before.fingerprint };
      const place = { kind: "record", id, part: LISTED, generation } as const;
      const revision = record.row.revision + 1;
      const row = await sealRow(keys, { ...place, revision }, padded({ schema: 1, key: after }));
      const parts = [await partEntryOf(row), ...entry.parts.filter(({ part }) => part !== LISTED)];
      const due = (await keepsHoursBy(gate, keys, manifest)) ? dueHour(after) : null;
      const changed = { ...entry, parts, due };
      outcome.record = { key: { ...after, id }, entry: changed };
      return { manifest: withEntry(manifest, changed), put: [row] };
    },
  });
  return outcome.record ? asSaved(gate, keys, outcome.record) : readKey(gate, id);
}

/** @throws {@link NoSuchKeyError}, {@link NotSavedError} */
export async function removeRecord(gate: VaultGate, id: string): Promise<void> {
  await commit(gate, await gate.keys(), {
    read: async () => null,
    make: async (manifest) => {
      existing(manifest, id);
      const rest = without(manifest, id);
      return { manifest: rest, put: [], remove: dropped(manifest, rest) };
    },
  });
}

const HOURS_DOCUMENT = "reminder-hours";

/** Whether expiry hours stand in clear in the manifest, so that the toolbar can warn while locked. */
export async function keepsHours(gate: VaultGate): Promise<boolean> {
  const stored = await readDocument(gate, "settings", HOURS_DOCUMENT).catch((error: unknown) => {
    // Where the choice cannot be read, the discreet one is taken: no save may fail for it.
    if (error instanceof DamagedVaultError) return { inClear: false };
    throw error;
  });
  const isObject = typeof stored === "object" && stored !== null;
  return !(isObject && "inClear" in stored && stored.inClear === false);
}

/** The same beside a manifest that was just proven: where nobody has chosen, nothing is read. */
export async function keepsHoursBy(
  gate: VaultGate,
  keys: VaultKeys,
  manifest: Manifest,
): Promise<boolean> {
  const id = await documentId(keys, "settings", HOURS_DOCUMENT);
  return entryFor(manifest, "settings", id) === undefined || keepsHours(gate);
}

/** Puts the hours into the manifest, or takes all of them out of it. @throws {@link NotSavedError} */
export async function keepHours(gate: VaultGate, inClear: boolean): Promise<void> {
  await writeDocument(gate, "settings", HOURS_DOCUMENT, { inClear });
  const ends = new Map((await listKeys(gate)).map((key) => [key.id, key]));
  await commit(gate, await gate.keys(), {
    read: async () => null,
    make: async (manifest) => {
      const rows = manifest.rows.map((entry) => {
        const key = entry.kind === "record" && inClear ? ends.get(entry.id) : undefined;
        return { ...entry, due: key ? dueHour(key) : null };
      });
      return { manifest: { ...manifest, rows }, put: [] };
    },
  });
}

export interface SealedRecord {
  key: ApiKey;
  rows: [Row, Row];
  entry: RowEntry;
}

/** Both parts of a new record, and how the manifest lists them. */
export async function sealRecord(
  keys: VaultKeys,
  record: { id: string; token: string; facts: KeyFacts; generation: number; withHours: boolean },
): Promise<SealedRecord> {
  const { id, token, facts, generation, withHours } = record;
  const fingerprint = await fingerprintOf(token);
  const place = { kind: "record", id, revision: 1, generation } as const;
  const key = { ...facts, fingerprint };
  const rows = await Promise.all([
    sealRow(keys, { ...place, part: LISTED }, padded({ schema: 1, key })),
    sealRow(keys, { ...place, part: SECRET }, padded({ schema: 1, token })),
  ]);
  const mark = await tokenMark(keys, token);
  const entry = await entryOf(rows, { due: withHours ? dueHour(facts) : null, mark });
  return { key: { ...key, id }, rows, entry };
}

/**
 * Looks for a record with the same token. One whose rows are damaged does not count: it leaves the
 * manifest, because here is the token again.
 */
export async function withoutDamagedTwin(
  gate: VaultGate,
  keys: VaultKeys,
  manifest: Manifest,
  token: string,
): Promise<{ twin: RowEntry | null; rest: Manifest }> {
  const mark = await tokenMark(keys, token);
  const twin = manifest.rows.find((entry) => entry.mark === mark);
  if (!twin) return { twin: null, rest: manifest };
  return (await isWhole(gate, manifest, twin))
    ? { twin, rest: manifest }
    : { twin: null, rest: without(manifest, twin.id) };
}

/** Whether all rows of that entry stand there as the manifest says. */
export async function isWhole(
  { place }: VaultGate,
  manifest: Manifest,
  entry: RowEntry,
): Promise<boolean> {
  const stored = await Promise.all(
    entry.parts.map(({ part }) => place.db.get("rows", [entry.kind, part, entry.id])),
  );
  const alone = { ...manifest, rows: [entry] };
  const there = stored.filter((row) => row !== undefined);
  return (await damagedRowIds(alone, there)).length === 0;
}

/** Keys of the rows that one manifest lists and the other does not. */
export function dropped(before: Manifest, after: Manifest): RowKey[] {
  const kept = new Set(after.rows.map(({ id }) => id));
  return before.rows
    .filter(({ id }) => !kept.has(id))
    .flatMap(({ kind, id, parts }) => parts.map(({ part }): RowKey => [kind, part, id]));
}

function without(manifest: Manifest, id: string): Manifest {
  return { ...manifest, rows: manifest.rows.filter((entry) => entry.id !== id) };
}

function padded(content: object) {
  return padJson(content, ROW_LIMIT_BYTES);
}

/** Epoch ms, rounded down so that a reminder never comes late. */
export function dueHour({ end }: Pick<KeyFacts, "end">): number | null {
  const atMs = end.kind === "at" ? Date.parse(end.at) : Number.NaN;
  return Number.isFinite(atMs) ? Math.floor(atMs / HOUR_MS) * HOUR_MS : null;
}

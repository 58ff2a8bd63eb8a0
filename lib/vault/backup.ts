import { type Backup, type BackupKey, isBackupKey } from "./backup-file";
import { commit } from "./commit";
import { NotABackupError } from "./errors";
import { fingerprintOf } from "./fingerprint";
import type { Manifest, RowEntry } from "./manifest";
import { listKeys, readToken, SECRET } from "./read-records";
import { readWithManifest } from "./read-with-manifest";
import { dropped, isWhole, keepsHours, sealRecord } from "./records";
import { openListed, pinsOf } from "./row-set";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import { tokenMark, type VaultKeys } from "./vault-key";

/** What an import would do with one key of a backup. */
export interface ImportRow {
  id: string;
  description: string;
  end: BackupKey["end"];
  /**
   * `new`: comes in; `same`: kept already, nothing differs; `differs`: kept already under other
   * words, and what is kept stays; `altered`: its token is not the one it was saved with.
   */
  outcome: "new" | "same" | "differs" | "altered";
}

export interface ImportOutcome {
  added: number;
  kept: number;
  refused: number;
}

/** Everything a backup holds. Its tokens are in memory in clear until it is sealed. */
export async function readForBackup(gate: VaultGate, nowMs: number): Promise<Backup> {
  const listed = await listKeys(gate);
  const tokens = await readTokens(gate);
  const keys = await Promise.all(
    listed.map(async (key) => {
      // One that is not among them says itself why, or came in between.
      return { ...key, token: tokens.get(key.id) ?? (await readToken(gate, key.id)) };
    }),
  );
  return { madeAt: new Date(nowMs).toISOString(), keys };
}

/** By the ids of their keys, those that open: all at one moment, with one look at the manifest. */
async function readTokens(gate: VaultGate): Promise<Map<string, string>> {
  const keys = await gate.keys();
  const { stored, found } = await readWithManifest(gate.place.db, ({ rows }) =>
    rows.getAll(rowsOf("record", SECRET)),
  );
  const manifest = await gate.verified(keys, stored);
  const pins = manifest && pinsOf(manifest);
  const opened = await Promise.all(found.map((value) => openListed(keys, pins, value)));
  return new Map(
    opened.flatMap((record) => {
      const { schema, token } = record?.content ?? {};
      return record && schema === 1 && typeof token === "string" ? [[record.row.id, token]] : [];
    }),
  );
}

/** Compares a backup with the vault without changing anything. */
export async function previewImport(gate: VaultGate, keys: BackupKey[]): Promise<ImportRow[]> {
  const listed = await listKeys(gate);
  const byFingerprint = new Map(listed.map((key) => [key.fingerprint, key]));
  return Promise.all(
    keys.map(async (key) => {
      const { id, description, end } = key;
      const kept = byFingerprint.get(key.fingerprint);
      if (!(await fitsItsToken(key))) return { id, description, end, outcome: "altered" as const };
      const isSame =
        kept &&
        kept.description === description &&
        kept.notes === key.notes &&
        JSON.stringify(kept.end) === JSON.stringify(end);
      const outcome = !kept ? "new" : isSame ? "same" : "differs";
      return { id, description, end, outcome } as const;
    }),
  );
}

/**
 * Files all keys whose token the vault does not hold, in one change; what it holds stays as it is.
 * Doing it twice changes nothing the second time.
 *
 * @throws {@link NotABackupError}, {@link NotSavedError}
 */
export async function importKeys(gate: VaultGate, sent: unknown[]): Promise<ImportOutcome> {
  if (!sent.every(isBackupKey)) throw new NotABackupError();
  const fits = await Promise.all(sent.map(fitsItsToken));
  const sound = sent.filter((_, at) => fits[at]);
  const live = await gate.keys();
  const withHours = await keepsHours(gate);
  let added = 0;
  await commit(gate, live, {
    read: async () => null,
    make: async (manifest, _, generation) => {
      const { fresh, left } = await notKept(gate, live, manifest, sound);
      added = fresh.length;
      if (added === 0) return null;
      const records = await Promise.all(
        fresh.map(({ id, fingerprint: _f, token, ...facts }) =>
          sealRecord(live, { id, token, facts, generation, withHours }),
        ),
      );
      const next = { ...manifest, rows: [...left, ...records.map(({ entry }) => entry)] };
      const put = records.flatMap(({ rows }) => rows);
      return { manifest: next, put, remove: dropped(manifest, next) };
    },
  });
  return { added, kept: sound.length - added, refused: sent.length - sound.length };
}

/**
 * Keys whose token the vault does not hold, each once and under an id of its own, and the entries
 * that stay beside them. One whose rows are damaged is not held: here is its token again.
 */
async function notKept(
  gate: VaultGate,
  keys: VaultKeys,
  manifest: Manifest,
  sent: readonly BackupKey[],
): Promise<{ fresh: BackupKey[]; left: RowEntry[] }> {
  const byMark = new Map(manifest.rows.map((entry) => [entry.mark, entry]));
  const taken = new Set(manifest.rows.map(({ id }) => id));
  const damaged = new Set<RowEntry>();
  const fresh = new Map<string, BackupKey>();
  const marks = await Promise.all(sent.map(({ token }) => tokenMark(keys, token)));
  for (const [at, key] of sent.entries()) {
    const mark = marks[at] as string;
    const twin = byMark.get(mark);
    if (fresh.has(mark) || (twin && (await isWhole(gate, manifest, twin)))) continue;
    if (twin) {
      damaged.add(twin);
      taken.delete(twin.id);
    }
    const id = taken.has(key.id) ? crypto.randomUUID() : key.id;
    taken.add(id);
    fresh.set(mark, { ...key, id });
  }
  const left = manifest.rows.filter((entry) => !damaged.has(entry));
  return { fresh: [...fresh.values()], left };
}

/** Of a token that does not, nobody knows whether it is the one the console showed. */
async function fitsItsToken({ token, fingerprint }: BackupKey): Promise<boolean> {
  return (await fingerprintOf(token)) === fingerprint;
}

import { type Backup, type BackupKey, isBackupKey } from "./backup-file";
import { commit } from "./commit";
import { NotABackupError } from "./errors";
import { fingerprintOf } from "./fingerprint";
import type { Row } from "./format";
import { listKeys, readToken } from "./read-records";
import { dropped, keepsHours, sealRecord, withoutDamagedTwin } from "./records";
import { withEntry } from "./seal-manifest";
import type { VaultGate } from "./vault-gate";

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
  const keys = await Promise.all(
    listed.map(async (key) => ({ ...key, token: await readToken(gate, key.id) })),
  );
  return { madeAt: new Date(nowMs).toISOString(), keys };
}

/** Compares a backup with the vault without changing anything. */
export async function previewImport(gate: VaultGate, keys: BackupKey[]): Promise<ImportRow[]> {
  const listed = await listKeys(gate);
  const byFingerprint = new Map(listed.map((key) => [key.fingerprint, key]));
  return Promise.all(
    keys.map(async (key) => {
      const { id, description, end } = key;
      const kept = byFingerprint.get(key.fingerprint);
      if (!(await isWhole(key))) return { id, description, end, outcome: "altered" as const };
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
  const whole = await Promise.all(sent.map(isWhole));
  const sound = sent.filter((_, at) => whole[at]);
  const live = await gate.keys();
  const withHours = await keepsHours(gate);
  let added = 0;
  await commit(gate, live, {
    read: async () => null,
    make: async (manifest, _, generation) => {
      added = 0;
      let next = manifest;
      const put: Row[] = [];
      for (const { id: wanted, fingerprint: _f, token, ...facts } of sound) {
        const { twin, rest } = await withoutDamagedTwin(gate, live, next, token);
        if (twin) continue;
        const isTaken = rest.rows.some(({ id }) => id === wanted);
        const id = isTaken ? crypto.randomUUID() : wanted;
        const record = await sealRecord(live, { id, token, facts, generation, withHours });
        put.push(...record.rows);
        next = withEntry(rest, record.entry);
        added += 1;
      }
      return added === 0 ? null : { manifest: next, put, remove: dropped(manifest, next) };
    },
  });
  return { added, kept: sound.length - added, refused: sent.length - sound.length };
}

/** A token that does not fit its fingerprint is not the one the console showed. */
async function isWhole({ token, fingerprint }: BackupKey): Promise<boolean> {
  return (await fingerprintOf(token)) === fingerprint;
}

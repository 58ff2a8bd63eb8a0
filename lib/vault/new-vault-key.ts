import { type Bytes, randomBytes } from "./bytes";
import { commit } from "./commit";
import { damagedRowIds } from "./damaged-rows";
import { openRow } from "./envelope";
import { DamagedVaultError } from "./errors";
import { type CaptureRow, parseCaptureRow, parseRow, ROW_LIMIT_BYTES, type Row } from "./format";
import { newInboxRow, openInboxRow } from "./inbox-key";
import type { Manifest, RowEntry } from "./manifest";
import { padJson } from "./padding";
import { CURRENT_SET } from "./parameter-sets";
import { sealPassphraseSlot } from "./passphrase-slot";
import type { ReadStores } from "./read-with-manifest";
import { entryOf } from "./seal-manifest";
import { sealRow } from "./seal-row";
import { openCapture, sealCapture } from "./sealed-capture";
import { unpadJson } from "./unpad";
import type { RowKey } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import { documentId, importVaultKey, tokenMark, type VaultKeys, workingKeys } from "./vault-key";

/**
 * Gives the vault a new key and seals everything anew under it, in one change. Only the
 * passphrase opens it afterwards: recovery code and passkeys wrapped the old key and leave.
 *
 * @returns the new vault key, to be zeroed by the caller.
 * @throws {@link DamagedVaultError} while a row is missing or altered, for it would be lost for good.
 */
export async function renewVaultKey(
  gate: VaultGate,
  oldKeys: VaultKeys,
  passphrase: string,
): Promise<Bytes> {
  const { vaultId } = oldKeys;
  const vaultKey = randomBytes(32);
  const keys = await workingKeys(await importVaultKey(vaultKey), vaultId);
  const slotId = crypto.randomUUID();
  await commit(gate, oldKeys, {
    read: readAll,
    make: async (manifest, { rows, captures }, generation) => {
      const damaged = await damagedRowIds(manifest, rows);
      const sound = rows.flatMap((value) => parseRow(value) ?? []);
      const lost = damaged.filter((id) => manifest.rows.some((entry) => entry.id === id));
      if (lost.length > 0) throw new DamagedVaultError(lost);
      const place = { vaultId, id: slotId, revision: 1, generation };
      const slot = await sealPassphraseSlot(vaultKey, passphrase, CURRENT_SET, place);
      const oldInbox = sound.find(({ kind, id }) => kind === "inbox" && id === manifest.inbox.id);
      const inbox = await newInboxRow(keys, { id: crypto.randomUUID(), revision: 1, generation });
      const resealed = await Promise.all(
        manifest.rows
          .filter(({ kind }) => kind !== "slot" && kind !== "inbox")
          .map((entry) => resealEntry(oldKeys, keys, entry, sound, generation)),
      );
      const entries = [
        await entryOf([slot]),
        await entryOf([inbox.row]),
        ...resealed.map(({ entry }) => entry),
      ];
      const put = [slot, inbox.row, ...resealed.flatMap(({ rows: parts }) => parts)];
      const moved = await moveCaptures(
        oldKeys,
        manifest,
        oldInbox ?? null,
        captures,
        inbox.publicKey,
      );
      const next: Manifest = {
        ...manifest,
        inbox: { id: inbox.row.id, publicKey: inbox.publicKey },
        rows: entries,
      };
      return { manifest: next, put, remove: leftBehind(manifest, next), inbox: moved, keys };
    },
  });
  return vaultKey;
}

async function readAll({ rows, inbox }: ReadStores) {
  const [all, captures] = await Promise.all([rows.getAll(), inbox.getAll()]);
  return { rows: all as unknown[], captures: captures as unknown[] };
}

async function resealEntry(
  oldKeys: VaultKeys,
  keys: VaultKeys,
  entry: RowEntry,
  rows: Row[],
  generation: number,
): Promise<{ entry: RowEntry; rows: Row[] }> {
  let { mark } = entry;
  let { id } = entry;
  const contents = await Promise.all(
    entry.parts.map(async ({ part, revision }) => {
      const row = rows.find(
        (one) => one.kind === entry.kind && one.id === entry.id && one.part === part,
      );
      const plaintext = row && (await openRow(oldKeys, row));
      const content = plaintext && unpadJson(plaintext);
      plaintext?.fill(0);
      if (typeof content !== "object" || content === null) throw new DamagedVaultError([entry.id]);
      return { part, revision, content: content as Record<string, unknown> };
    }),
  );
  for (const { content } of contents) {
    if (mark !== null && typeof content.token === "string")
      mark = await tokenMark(keys, content.token);
    // A document stands where its name says under the key of names.
    if (entry.kind !== "record" && typeof content.name === "string")
      id = await documentId(keys, entry.kind, content.name);
  }
  const sealed = await Promise.all(
    contents.map(({ part, revision, content }) => {
      const place = { kind: entry.kind, id, part, revision: revision + 1, generation };
      return sealRow(keys, place, padJson(content, ROW_LIMIT_BYTES));
    }),
  );
  const listed = await entryOf(sealed as [Row, ...Row[]], { due: entry.due, mark });
  return { entry: listed, rows: sealed };
}

/** Tokens that wait are sealed to the new inbox; one that does not open stays as it is, and says so. */
async function moveCaptures(
  oldKeys: VaultKeys,
  manifest: Manifest,
  inboxRow: Row | null,
  stored: unknown[],
  publicKey: string,
): Promise<CaptureRow[]> {
  const privateKey = inboxRow && (await openInboxRow(oldKeys, inboxRow));
  if (!privateKey) return [];
  const { vaultId } = oldKeys;
  const old = { vaultId, privateKey, publicKey: Uint8Array.fromBase64(manifest.inbox.publicKey) };
  const moved = await Promise.all(
    stored.map(async (value) => {
      const row = parseCaptureRow(value);
      const capture = row && (await openCapture(row, old));
      if (!row || !capture) return [];
      const sealed = await sealCapture(capture, vaultId, Uint8Array.fromBase64(publicKey));
      return [{ ...sealed, wanted: row.wanted }];
    }),
  );
  privateKey.fill(0);
  return moved.flat();
}

function leftBehind(before: Manifest, after: Manifest): RowKey[] {
  const kept = new Set(after.rows.map(({ kind, id }) => `${kind} ${id}`));
  return before.rows
    .filter(({ kind, id }) => !kept.has(`${kind} ${id}`))
    .flatMap(({ kind, id, parts }) => parts.map(({ part }): RowKey => [kind, part, id]));
}

import { canonicalJson } from "./canonical-json";
import { commit } from "./commit";
import { parseRow } from "./format";
import { inboxPublicKey, newInboxRow, openInboxRow, sealInboxRow } from "./inbox-key";
import { entryFor, type Manifest } from "./manifest";
import { isPinned, pinsOf } from "./row-set";
import { entryOf, withEntry } from "./seal-manifest";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

/**
 * Looks at the inbox's key pair once the vault key is there. Where the public key stood exchanged,
 * everything that waits is remembered as possibly exposed, and the right key is put back; where
 * the private key is gone, a new pair takes its place, since tokens must be held again.
 *
 * @param proven - The manifest, where it was proven just now: mostly all is well, and then it is not
 * read again beside the views that read it to draw.
 * @returns whether something was put right.
 * @throws {@link NotSavedError}
 */
export async function mendInbox(
  gate: VaultGate,
  keys: VaultKeys,
  proven: Manifest | null,
): Promise<boolean> {
  if (proven && (await isWhole(gate, proven))) return false;
  return commit(gate, keys, {
    read: ({ rows, inbox }) => Promise.all([rows.getAll(rowsOf("inbox")), inbox.getAllKeys()]),
    make: async (manifest, [inboxRows, waiting], generation) => {
      const { id, publicKey } = manifest.inbox;
      const row = parseRow(inboxRows.find((stored) => stored.id === id));
      if (row && (await isPinned(row, pinsOf(manifest)))) return null;
      const clear = canonicalJson({ schema: 1, publicKey });
      const privateKey = row && (await openInboxRow(keys, { ...row, clear }));
      const place = { id, revision: nextRevision(manifest), generation };
      const mended = privateKey
        ? { row: await sealInboxRow(keys, place, privateKey, publicKey), publicKey }
        : await newInboxRow(keys, place);
      privateKey?.fill(0);
      const wasExchanged = row !== null && inboxPublicKey(row) !== publicKey;
      const next: Manifest = {
        ...manifest,
        inbox: { id, publicKey: mended.publicKey },
        exposed: wasExchanged ? [...waiting] : manifest.exposed,
      };
      return { manifest: withEntry(next, await entryOf([mended.row])), put: [mended.row] };
    },
  });
}

async function isWhole({ place }: VaultGate, manifest: Manifest): Promise<boolean> {
  const row = parseRow(await place.db.get("rows", ["inbox", 0, manifest.inbox.id]));
  return row !== null && isPinned(row, pinsOf(manifest));
}

function nextRevision(manifest: Manifest): number {
  const entry = entryFor(manifest, "inbox", manifest.inbox.id);
  return Math.max(0, ...(entry?.parts ?? []).map(({ revision }) => revision)) + 1;
}

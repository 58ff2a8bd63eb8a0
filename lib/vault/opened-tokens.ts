import { type HeldToken, sealedToken } from "./held-tokens";
import { openCaptures } from "./open-captures";
import { type ReadStores, readWithManifest } from "./read-with-manifest";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

/** All that wait, with their words. */
export async function openedTokens(gate: VaultGate, keys: VaultKeys): Promise<HeldToken[]> {
  const { stored, found } = await readWithManifest(gate.place.db, readInbox);
  const manifest = await gate.verified(keys, stored);
  const opened = await openCaptures(keys, manifest, found);
  return opened.map(({ captureId, capture }) => {
    if (!capture) return { ...sealedToken(captureId), problem: "unreadable" };
    const { description, capturedAt, end } = capture;
    // Without a manifest nobody knows whether the inbox's key was exchanged.
    const isExposed = manifest === null || manifest.exposed.includes(captureId);
    const token = { captureId, description, capturedAt, end };
    return isExposed ? { ...token, problem: "may-be-exposed" } : token;
  });
}

/** What the captures are opened with, and the captures. */
export async function readInbox({ rows, inbox }: ReadStores) {
  const [inboxRows, captures] = await Promise.all([rows.getAll(rowsOf("inbox")), inbox.getAll()]);
  return { inboxRows: inboxRows as unknown[], captures: captures as unknown[] };
}

import type { KeyEnd } from "../keys/api-key";
import { parseCaptureRow } from "./format";
import { type ReadStores, readWithManifest } from "./read-with-manifest";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";

export interface HeldToken {
  captureId: string;
  /** Empty while the vault is locked: it is sealed together with the token. */
  description: string;
  /** Empty while the vault is locked, or when it cannot be opened. */
  capturedAt: string;
  /** `unknown` while the vault is locked. */
  end: KeyEnd;
  /**
   * `may-be-exposed`: held while the inbox's public key stood exchanged; the key should be revoked.
   * `unreadable`: sealed to another key than the vault's; the token is lost, and may be known to others.
   */
  problem?: "may-be-exposed" | "unreadable";
}

/** While locked: those nobody asked to keep, without their words. Unlocked: all that still wait. */
export async function heldTokens(gate: VaultGate): Promise<HeldToken[]> {
  const keys = await gate.keysIfOpen();
  if (!keys) return sealedTokens(gate);
  // Mostly nothing waits, and then the manifest is not read for it.
  if ((await gate.place.db.count("inbox")) === 0) return [];
  const { stored, found } = await readWithManifest(gate.place.db, readInbox);
  const manifest = await gate.verified(keys, stored);
  // Seldom anything waits, and then only this view pays for what opens it.
  const { openCaptures } = await import("./open-captures");
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

async function sealedTokens(gate: VaultGate): Promise<HeldToken[]> {
  const stored: unknown[] = await gate.place.db.getAll("inbox");
  return stored
    .map(parseCaptureRow)
    .flatMap((row) => (row && !row.wanted ? [sealedToken(row.captureId)] : []));
}

function sealedToken(captureId: string): HeldToken {
  return { captureId, description: "", capturedAt: "", end: { kind: "unknown" } };
}

import type { KeyEnd } from "../keys/api-key";
import { parseCaptureRow } from "./format";
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
  if (gate.toldManifest || (await gate.place.db.count("inbox")) === 0) return [];
  // Seldom anything waits, and then only this view pays for what opens it.
  const { openedTokens } = await import("./opened-tokens");
  return openedTokens(gate, keys);
}

async function sealedTokens(gate: VaultGate): Promise<HeldToken[]> {
  const stored: unknown[] = await gate.place.db.getAll("inbox");
  return stored
    .map(parseCaptureRow)
    .flatMap((row) => (row && !row.wanted ? [sealedToken(row.captureId)] : []));
}

export function sealedToken(captureId: string): HeldToken {
  return { captureId, description: "", capturedAt: "", end: { kind: "unknown" } };
}

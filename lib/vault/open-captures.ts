import type { Capture } from "../keys/api-key";
import { canonicalJson } from "./canonical-json";
import { NIL_UUID, parseCaptureRow, parseRow } from "./format";
import { openInboxRow } from "./inbox-key";
import type { Manifest } from "./manifest";
import { openCapture } from "./sealed-capture";
import type { VaultKeys } from "./vault-key";

/** A capture as opened, or `null` where it does not open. */
export interface OpenedCapture {
  captureId: string;
  wanted: boolean;
  capture: Capture | null;
}

export async function openCaptures(
  keys: VaultKeys,
  manifest: Manifest | null,
  found: { inboxRows: unknown[]; captures: unknown[] },
): Promise<OpenedCapture[]> {
  const inbox = await inboxKeys(keys, manifest, found.inboxRows);
  const opened = await Promise.all(
    found.captures.map(async (stored): Promise<OpenedCapture> => {
      const row = parseCaptureRow(stored);
      if (!row) return { captureId: captureIdOf(stored), wanted: false, capture: null };
      const capture = inbox && (await openCapture(row, inbox));
      return { captureId: row.captureId, wanted: row.wanted, capture };
    }),
  );
  inbox?.privateKey.fill(0);
  return opened;
}

/** The row's private key with the public key it was made with: the manifest's, whatever the row says. */
async function inboxKeys(keys: VaultKeys, manifest: Manifest | null, inboxRows: unknown[]) {
  const row = inboxRows
    .map(parseRow)
    .find((row) => row && (!manifest || row.id === manifest.inbox.id));
  if (!row) return null;
  const clear = manifest
    ? canonicalJson({ schema: 1, publicKey: manifest.inbox.publicKey })
    : row.clear;
  const privateKey = await openInboxRow(keys, { ...row, clear });
  if (!privateKey) return null;
  const { publicKey } = JSON.parse(clear) as { publicKey: string };
  return { vaultId: keys.vaultId, privateKey, publicKey: Uint8Array.fromBase64(publicKey) };
}

function captureIdOf(stored: unknown): string {
  const { captureId } = stored as { captureId: unknown };
  return typeof captureId === "string" ? captureId : NIL_UUID;
}

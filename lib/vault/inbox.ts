import type { ApiKey, Capture, KeyEnd } from "../keys/api-key";
import { canonicalJson } from "./canonical-json";
import { commit, type ReadStores, readWithManifest } from "./commit";
import { copyCapture } from "./copy-change";
import { DamagedVaultError, NotHeldError } from "./errors";
import { NIL_UUID, parseCaptureRow, parseRow } from "./format";
import { openInboxRow } from "./inbox-key";
import { entryFor, type Manifest, withEntry } from "./manifest";
import {
  dropped,
  type KeyFacts,
  keepsHours,
  readKey,
  sealRecord,
  withoutDamagedTwin,
} from "./records";
import { openCapture } from "./sealed-capture";
import { strictWrite } from "./strict-write";
import { rowsOf } from "./vault-db";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

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

/** A capture as opened, or `null` where it does not open. */
interface OpenedCapture {
  captureId: string;
  wanted: boolean;
  capture: Capture | null;
}

/** How a capture reads as a key: the token's own claims are for `lib/keys` to read. */
export type DescribeCapture = (capture: Capture) => Pick<KeyFacts, "end" | "createdAt" | "apiHost">;

/** While locked: those nobody asked to keep, without their words. Unlocked: all that still wait. */
export async function heldTokens(gate: VaultGate): Promise<HeldToken[]> {
  const keys = await gate.keysIfOpen();
  if (!keys) return sealedTokens(gate);
  const { stored, found } = await readWithManifest(gate.place.db, readInbox);
  if (found.captures.length === 0) return [];
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

/**
 * Makes records of captures, all in one transaction.
 *
 * @param which - One capture, under a description of the person's choice; or all that are wanted.
 * @throws {@link NotHeldError}, {@link NotSavedError}; {@link DamagedVaultError} when the one asked
 * for does not open.
 * @returns ids of the records the captures became, or were already.
 */
export async function fileCaptures(
  gate: VaultGate,
  which: { captureId: string; description?: string } | "wanted",
  describe: DescribeCapture,
): Promise<string[]> {
  const keys = await gate.keys();
  const withHours = await keepsHours(gate);
  let recordIds: string[] = [];
  await commit(gate, keys, {
    read: readInbox,
    make: async (manifest, found, generation) => {
      recordIds = [];
      const opened = await openCaptures(keys, manifest, found);
      const chosen = opened.filter(({ captureId, wanted }) =>
        which === "wanted" ? wanted : captureId === which.captureId,
      );
      if (which !== "wanted" && chosen.length === 0 && isRecord(manifest, which.captureId)) {
        // Pressed twice, or another context was faster.
        recordIds.push(which.captureId);
        return null;
      }
      if (which !== "wanted") mustOpen(chosen, which.captureId);
      let next = manifest;
      const put = [];
      const leaving: string[] = [];
      for (const { capture } of chosen) {
        if (!capture) continue;
        leaving.push(capture.captureId);
        const { twin, rest } = await withoutDamagedTwin(gate, keys, next, capture.token);
        const id = twin?.id ?? capture.captureId;
        recordIds.push(id);
        if (twin) continue;
        const chosenWords = which === "wanted" ? undefined : which.description;
        const isExposed = manifest.exposed.includes(capture.captureId);
        const facts = factsOf(capture, describe, gate.place.now(), isExposed, chosenWords);
        const record = await sealRecord(keys, {
          id,
          token: capture.token,
          facts,
          generation,
          withHours,
        });
        put.push(...record.rows);
        next = withEntry(rest, record.entry);
      }
      if (leaving.length === 0) return null;
      const exposed = manifest.exposed.filter((captureId) => !leaving.includes(captureId));
      return { manifest: { ...next, exposed }, put, remove: dropped(manifest, next), leaving };
    },
  });
  return recordIds;
}

/** Files one and answers with the key it became. */
export async function saveCapture(
  gate: VaultGate,
  captureId: string,
  description: string,
  describe: DescribeCapture,
): Promise<ApiKey> {
  const [id] = await fileCaptures(gate, { captureId, description }, describe);
  if (!id) throw new NotHeldError();
  return readKey(gate, id);
}

/** The person does not want it. Nothing happens when it is gone already. */
export async function discardCapture(gate: VaultGate, captureId: string): Promise<void> {
  await gate.keys();
  await strictWrite(gate.place.db, ({ inbox }) => inbox.delete(captureId));
  await copyCapture(gate.place, captureId);
}

async function readInbox({ rows, inbox }: ReadStores) {
  const [inboxRows, captures] = await Promise.all([rows.getAll(rowsOf("inbox")), inbox.getAll()]);
  return { inboxRows: inboxRows as unknown[], captures: captures as unknown[] };
}

async function openCaptures(
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

async function sealedTokens(gate: VaultGate): Promise<HeldToken[]> {
  const stored: unknown[] = await gate.place.db.getAll("inbox");
  return stored
    .map(parseCaptureRow)
    .flatMap((row) => (row && !row.wanted ? [sealedToken(row.captureId)] : []));
}

function sealedToken(captureId: string): HeldToken {
  return { captureId, description: "", capturedAt: "", end: { kind: "unknown" } };
}

function mustOpen(chosen: OpenedCapture[], captureId: string): void {
  const [asked] = chosen;
  if (!asked) throw new NotHeldError();
  if (!asked.capture) throw new DamagedVaultError([captureId]);
}

function isRecord(manifest: Manifest, captureId: string): boolean {
  return entryFor(manifest, "record", captureId) !== undefined;
}

function captureIdOf(stored: unknown): string {
  const { captureId } = stored as { captureId: unknown };
  return typeof captureId === "string" ? captureId : NIL_UUID;
}

function factsOf(
  capture: Capture,
  describe: DescribeCapture,
  nowMs: number,
  mayBeExposed: boolean,
  description = capture.description,
): KeyFacts {
  return {
    description,
    ...describe(capture),
    savedAt: new Date(nowMs).toISOString(),
    origin: "captured",
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed,
  };
}

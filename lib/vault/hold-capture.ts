import type { Capture } from "../keys/api-key";
import { type Bytes, isUuid, sameBytes } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { copyCapture, mustBeCopied, onlyOnce } from "./copy-change";
import {
  DamagedVaultError,
  InboxFullError,
  MalformedCaptureError,
  NewerFormatError,
  NotHeldError,
  NotSavedError,
  NoVaultError,
} from "./errors";
import {
  type CaptureRow,
  INBOX_LIMIT,
  isNewer,
  NIL_UUID,
  parseCaptureRow,
  parseRow,
  type Row,
} from "./format";
import { type Manifest, readManifest } from "./manifest";
import { readWithManifest } from "./read-with-manifest";
import { isPinned, pinsOf } from "./row-set";
import { sealCapture } from "./sealed-capture";
import type { SecondPlace } from "./second-place";
import { strictWrite } from "./strict-write";
import type { VaultDb } from "./vault-db";

/**
 * Seals a token into the inbox and reads it back. Needs no passphrase: it must work the moment the
 * token appears. A resend of the same capture id changes nothing.
 *
 * @returns `"saved"` when it is a record already. Either is said only when both copies have it.
 * @throws {@link MalformedCaptureError}, {@link NoVaultError}, {@link InboxFullError},
 * {@link TooLargeError}, {@link NotSavedError}; {@link DamagedVaultError} when nobody could open
 * what would be sealed.
 */
export async function holdCapture(
  { db, second }: { db: VaultDb; second: SecondPlace },
  capture: Capture,
  verify: (stored: unknown) => Promise<Manifest | null>,
): Promise<"held" | "saved"> {
  if (!isCapture(capture)) throw new MalformedCaptureError();
  const { manifest, vaultId, inboxRow, isRecord } = await readPlace(db, capture.captureId, verify);
  if (isRecord) {
    await mustBeCopied({ db, second });
    return "saved";
  }
  const publicKey = await sealableTo(manifest, inboxRow);
  const { captureId, token, description, end, capturedAt, apiHost } = capture;
  const sealed = await sealCapture(
    { captureId, token, description, end, capturedAt, ...(apiHost !== undefined && { apiHost }) },
    vaultId,
    publicKey,
  );
  const outcome = await putIfNew(db, sealed);
  if (outcome === "full") throw new InboxFullError();
  if (outcome === "put") {
    const back = parseCaptureRow(await db.get("inbox", captureId));
    // Gone again: another context filed it between the two transactions.
    if (back ? !sameBytes(back.ciphertext, sealed.ciphertext) : !(await isFiled(db, captureId)))
      throw new NotSavedError();
  }
  if (!(await copyCapture({ db, second }, captureId))) throw onlyOnce();
  return "held";
}

/** Remembers that the person wants it kept. `false` when it is a record already. */
export async function wantCapture(
  { db, second }: { db: VaultDb; second: SecondPlace },
  captureId: string,
): Promise<boolean> {
  if (await isFiled(db, captureId)) {
    await mustBeCopied({ db, second });
    return false;
  }
  const isHeld = await strictWrite(db, async ({ inbox }) => {
    const held = parseCaptureRow(await inbox.get(captureId));
    if (held) await inbox.put({ ...held, wanted: true });
    return held !== null;
  });
  if (isHeld) {
    if (!(await copyCapture({ db, second }, captureId))) throw onlyOnce();
    return true;
  }
  // Between the two transactions another context may have filed it.
  if (await isFiled(db, captureId)) return false;
  throw new NotHeldError();
}

/** A record stands under that id and is what the manifest means. */
async function isFiled(db: VaultDb, captureId: string): Promise<boolean> {
  const { stored, found } = await readWithManifest(db, ({ rows }) => readRecord(rows, captureId));
  const row = parseRow(stored);
  const manifest = row && readManifest(row);
  return manifest !== null && isWhole(found, manifest);
}

async function readPlace(
  db: VaultDb,
  captureId: string,
  verify: (stored: unknown) => Promise<Manifest | null>,
) {
  const { stored, found } = await readWithManifest(db, ({ rows }) =>
    Promise.all([
      rows.count(),
      readRecord(rows, captureId),
      rows.getAll(IDBKeyRange.bound(["inbox"], ["inbox", []])),
    ]),
  );
  const [count, record, inboxRows] = found;
  if (count === 0) throw new NoVaultError();
  if (isNewer(stored)) throw new NewerFormatError();
  const row = parseRow(stored);
  const manifest = await verify(stored);
  if (!row || !manifest) throw new DamagedVaultError([NIL_UUID]);
  const inboxRow = inboxRows.find(({ id }) => id === manifest.inbox.id);
  const isRecord = await isWhole(record, manifest);
  return { manifest, vaultId: row.vaultId, inboxRow: parseRow(inboxRow), isRecord };
}

function readRecord(rows: { get(key: [string, number, string]): Promise<unknown> }, id: string) {
  return Promise.all([rows.get(["record", 1, id]), rows.get(["record", 2, id])]);
}

async function isWhole(parts: unknown[], manifest: Manifest): Promise<boolean> {
  const pins = pinsOf(manifest);
  const checks = parts.map(async (stored) => {
    const row = parseRow(stored);
    return row !== null && isPinned(row, pins);
  });
  return (await Promise.all(checks)).every(Boolean);
}

/**
 * The public key as the manifest says. Where the row beside the private key says another one, the
 * token is not sealed to that; where the private key itself is not what was stored, sealing would
 * lose the token and call it held.
 */
async function sealableTo(manifest: Manifest, inboxRow: Row | null): Promise<Bytes> {
  const { id, publicKey } = manifest.inbox;
  const restored = inboxRow && { ...inboxRow, clear: canonicalJson({ schema: 1, publicKey }) };
  if (!restored || !(await isPinned(restored, pinsOf(manifest)))) throw new DamagedVaultError([id]);
  return Uint8Array.fromBase64(publicKey);
}

function putIfNew(db: VaultDb, sealed: CaptureRow): Promise<"put" | "there" | "full"> {
  return strictWrite(db, async ({ inbox }) => {
    const [held, count] = await Promise.all([inbox.get(sealed.captureId), inbox.count()]);
    if (parseCaptureRow(held)?.vaultId === sealed.vaultId) return "there";
    if (count >= INBOX_LIMIT) return "full";
    await inbox.put(sealed);
    return "put";
  });
}

/** Comes from the console's page: nothing is taken on trust. */
function isCapture(capture: Capture): boolean {
  const { captureId, token, description, end, capturedAt, apiHost } = capture;
  return (
    isUuid(captureId) &&
    typeof token === "string" &&
    token !== "" &&
    typeof description === "string" &&
    typeof capturedAt === "string" &&
    (apiHost === undefined || typeof apiHost === "string") &&
    (end.kind === "never" ||
      end.kind === "unknown" ||
      (end.kind === "at" && typeof end.at === "string"))
  );
}

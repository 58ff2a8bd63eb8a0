import type { Capture } from "../keys/api-key";
import { type Bytes, concat } from "./bytes";
import { boundTo } from "./envelope";
import { CAPTURE_LIMIT_BYTES, type CaptureRow, FORMAT, hasFields, SUITE } from "./format";
import { padJson } from "./padding";
import { unpadJson } from "./unpad";

const FIELDS = ["capturedAt", "description", "end", "schema", "token"];

/**
 * Seals a token to the inbox's public key; needs no passphrase.
 *
 * @throws {@link TooLargeError} beyond 8 KiB.
 */
export async function sealCapture(
  capture: Capture,
  vaultId: string,
  publicKey: Bytes,
): Promise<CaptureRow> {
  const { captureId, ...sealed } = capture;
  const plaintext = padJson({ schema: 1, ...sealed }, CAPTURE_LIMIT_BYTES);
  const suite = await hpkeSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey);
  const info = await infoOf(vaultId, captureId, publicKey);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plaintext);
  plaintext.fill(0);
  return {
    format: FORMAT,
    suite: SUITE,
    vaultId,
    captureId,
    wanted: false,
    enc: new Uint8Array(enc),
    ciphertext: new Uint8Array(ct),
  };
}

/** `null` when it was not sealed to this inbox, or not under this id. */
export async function openCapture(
  row: CaptureRow,
  inbox: { vaultId: string; privateKey: Bytes; publicKey: Bytes },
): Promise<Capture | null> {
  if (row.vaultId !== inbox.vaultId) return null;
  const suite = await hpkeSuite();
  const recipientKey = await suite.kem.deserializePrivateKey(inbox.privateKey);
  const info = await infoOf(row.vaultId, row.captureId, inbox.publicKey);
  const params = { recipientKey, info, enc: row.enc };
  const plaintext = await suite.open(params, row.ciphertext).catch(async (error: unknown) => {
    if (await isRefusal(error)) return null;
    throw error;
  });
  const opened = plaintext && unpadJson(new Uint8Array(plaintext));
  const isCapture = hasFields(opened, FIELDS) || hasFields(opened, [...FIELDS, "apiHost"]);
  if (!isCapture || opened.schema !== 1) return null;
  const { schema: _, ...sealed } = opened;
  return { captureId: row.captureId, ...sealed } as Capture;
}

/** Loaded when the first token is sealed or opened; a popup without waiting tokens never pays for it. */
export async function hpkeSuite() {
  const { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } = await import("./hpke");
  return new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
}

async function infoOf(vaultId: string, captureId: string, publicKey: Bytes): Promise<Bytes> {
  const head = { format: FORMAT, suite: SUITE, vaultId, kind: "capture", id: captureId } as const;
  const bound = await boundTo({ ...head, part: 0, revision: 0, generation: 0, clear: "{}" });
  return concat(bound, publicKey);
}

/** What `open` throws for a wrong key, altered bytes, or an `enc` that is no point. */
async function isRefusal(error: unknown): Promise<boolean> {
  const { DecapError, DeserializeError, OpenError } = await import("./hpke");
  return [OpenError, DecapError, DeserializeError].some((refusal) => error instanceof refusal);
}

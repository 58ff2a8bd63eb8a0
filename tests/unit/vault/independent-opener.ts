import {
  argon2Sync,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from "node:crypto";
import type { Fixture } from "./fixture";

/**
 * Opens a vault with nothing but Node's own cryptography and the description in
 * `lib/vault/format.ts`; imports no code of the vault on purpose.
 *
 * @throws when anything is not as described.
 */
export function openIndependently({ rows, inbox, passphrase }: Fixture) {
  const row = (kind: string, id?: string, part?: number) => {
    const found = rows.find(
      (candidate) =>
        candidate.kind === kind &&
        (id === undefined || candidate.id === id) &&
        (part === undefined || candidate.part === part),
    );
    if (!found) throw new Error(`no ${kind}`);
    return found;
  };
  const slot = row("slot");
  const { parameterSet, salt, commitment } = JSON.parse(slot.clear);
  const derived = argon2Sync("argon2id", {
    message: passphrase.normalize("NFKC"),
    nonce: Buffer.from(salt, "base64"),
    memory: parameterSet === "argon2id-64m-3-1" ? 65_536 : 19_456,
    passes: parameterSet === "argon2id-64m-3-1" ? 3 : 2,
    parallelism: 1,
    tagLength: 64,
  });
  if (derived.subarray(32).toString("base64") !== commitment) throw new Error("commitment");
  const vaultKey = decrypt(derived.subarray(0, 32), slot.nonce, slot.ciphertext, bound(slot));
  const vaultSalt = idBytes(slot.vaultId);
  const key = (info: Buffer) => Buffer.from(hkdfSync("sha256", vaultKey, vaultSalt, info, 32));

  const manifestRow = row("manifest");
  const mac = hmac(key(Buffer.from("icmc vault manifest")), bound(manifestRow));
  if (!mac.equals(manifestRow.ciphertext)) throw new Error("manifest");
  const manifest = JSON.parse(manifestRow.clear);
  for (const entry of manifest.rows)
    for (const { part, revision, hash } of entry.parts) {
      const listed = row(entry.kind, entry.id, part);
      const whole = Buffer.concat([bound(listed), listed.nonce, listed.ciphertext]);
      if (listed.revision !== revision || sha256(whole).toString("base64") !== hash)
        throw new Error(`${entry.kind} ${entry.id}`);
    }

  const open = (kind: string, id: string, part: number) => {
    const sealed = row(kind, id, part);
    const info = Buffer.alloc(26);
    info[0] = CODES[kind] ?? 0;
    info[1] = part;
    idBytes(id).copy(info, 2);
    info.writeBigUInt64BE(BigInt(sealed.revision), 18);
    const rowKey = key(Buffer.concat([Buffer.from("icmc vault row\0"), info]));
    return decrypt(rowKey, sealed.nonce, sealed.ciphertext, bound(sealed));
  };
  const idsOf = (kind: string): string[] =>
    manifest.rows.flatMap((entry: { kind: string; id: string }) =>
      entry.kind === kind ? [entry.id] : [],
    );
  const partsOf = (kind: string, id: string): number =>
    manifest.rows.find(
      (entry: { id: string; kind: string }) => entry.id === id && entry.kind === kind,
    ).parts.length;

  const names = key(Buffer.from("icmc vault names"));
  const privateKey = open("inbox", manifest.inbox.id, 0);
  return {
    keys: idsOf("record").map((id) => ({
      id,
      ...json(open("record", id, 1)).key,
      token: json(open("record", id, 2)).token,
    })),
    documents: (["settings", "snapshot"] as const).flatMap((kind) =>
      idsOf(kind).map((id) => {
        const parts = Array.from({ length: partsOf(kind, id) }, (_, at) =>
          json(open(kind, id, at + 1)),
        );
        const { name } = parts[0];
        const place = hmac(names, Buffer.from(`document\0${kind}\0${name}`)).subarray(0, 16);
        if (!place.equals(idBytes(id))) throw new Error("document id");
        return { kind, name, value: JSON.parse(parts.map(({ text }) => text).join("")) };
      }),
    ),
    held: inbox.map((capture) => {
      const publicKey = Buffer.from(manifest.inbox.publicKey, "base64");
      const { vaultId, captureId: id, format, suite } = capture;
      const head = { vaultId, id, format, suite, kind: "capture", part: 0, clear: "{}" };
      const info = Buffer.concat([bound({ ...head, revision: 0, generation: 0 }), publicKey]);
      const plaintext = openHpke(privateKey, publicKey, capture.enc, info, capture.ciphertext);
      return { captureId: id, ...json(plaintext) };
    }),
  };
}

const CODES: Record<string, number> = {
  manifest: 1,
  slot: 2,
  inbox: 3,
  record: 4,
  settings: 5,
  snapshot: 6,
  capture: 7,
};

interface Bound {
  format: number;
  suite: number;
  vaultId: string;
  kind: string;
  id: string;
  part: number;
  revision: number;
  generation: number;
  clear: string;
}

function bound(row: Bound): Buffer {
  const head = Buffer.alloc(10);
  head.write("ICMC");
  head.writeUInt16BE(row.format, 4);
  head.writeUInt16BE(row.suite, 6);
  head[8] = CODES[row.kind] ?? 0;
  head[9] = row.part;
  const counts = Buffer.alloc(16);
  counts.writeBigUInt64BE(BigInt(row.revision));
  counts.writeBigUInt64BE(BigInt(row.generation), 8);
  const clear = sha256(Buffer.from(row.clear));
  return Buffer.concat([head, idBytes(row.vaultId), idBytes(row.id), counts, clear]);
}

function decrypt(key: Buffer, nonce: Uint8Array, sealed: Uint8Array, aad: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.slice(-16));
  return Buffer.concat([decipher.update(sealed.slice(0, -16)), decipher.final()]);
}

function json(padded: Buffer) {
  if (padded.length % 256 !== 0) throw new Error("padding");
  return JSON.parse(padded.subarray(4, 4 + padded.readUInt32BE()).toString("utf8"));
}

/** RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
function openHpke(
  privateKey: Buffer,
  publicKey: Buffer,
  enc: Uint8Array,
  info: Buffer,
  sealed: Uint8Array,
): Buffer {
  const none = Buffer.alloc(0);
  const kem = Buffer.from("KEM\x00\x20", "latin1");
  const suite = Buffer.from("HPKE\x00\x20\x00\x01\x00\x02", "latin1");
  const extract = (id: Buffer, salt: Buffer, label: string, secret: Buffer) =>
    hmac(salt, Buffer.concat([Buffer.from("HPKE-v1"), id, Buffer.from(label), secret]));
  const expand = (id: Buffer, secret: Buffer, label: string, context: Buffer, length: number) => {
    const labelled = [Buffer.from([0, length]), Buffer.from("HPKE-v1"), id, Buffer.from(label)];
    return hmac(secret, Buffer.concat([...labelled, context, Buffer.from([1])])).subarray(
      0,
      length,
    );
  };
  const shared = diffieHellman({
    privateKey: createPrivateKey({
      key: Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), privateKey]),
      format: "der",
      type: "pkcs8",
    }),
    publicKey: createPublicKey({
      key: Buffer.concat([Buffer.from("302a300506032b656e032100", "hex"), enc]),
      format: "der",
      type: "spki",
    }),
  });
  const exchanged = extract(kem, none, "eae_prk", shared);
  const context = Buffer.concat([enc, publicKey]);
  const sharedSecret = expand(kem, exchanged, "shared_secret", context, 32);
  const schedule = Buffer.concat([
    Buffer.from([0]),
    extract(suite, none, "psk_id_hash", none),
    extract(suite, none, "info_hash", info),
  ]);
  const secret = extract(suite, sharedSecret, "secret", none);
  const key = expand(suite, secret, "key", schedule, 32);
  return decrypt(key, expand(suite, secret, "base_nonce", schedule, 12), sealed, none);
}

function hmac(key: Buffer, message: Buffer): Buffer {
  return createHmac("sha256", key).update(message).digest();
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

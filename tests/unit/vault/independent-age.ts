import { createDecipheriv, createHmac, hkdfSync, scryptSync } from "node:crypto";

const CHUNK = 64 * 1024;
const TAG = 16;

/**
 * Opens an age file with one scrypt recipient by the age specification (C2SP, `age`), with nothing
 * but Node's own cryptography.
 *
 * @throws when anything is not as the specification says.
 */
export function openAgeIndependently(file: Uint8Array, passphrase: string): string {
  const bytes = Buffer.from(file);
  const macAt = bytes.indexOf("\n--- ") + 1;
  const end = bytes.indexOf("\n", macAt);
  const [version, stanza, body] = bytes.subarray(0, macAt).toString("latin1").split("\n");
  const [, kind, salt, logN] = (stanza ?? "").split(" ");
  if (version !== "age-encryption.org/v1" || kind !== "scrypt") throw new Error("header");
  const n = 2 ** Number(logN);
  const wrapKey = scryptSync(
    passphrase,
    Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), Buffer.from(salt ?? "", "base64")]),
    32,
    { N: n, r: 8, p: 1, maxmem: 256 * n * 8 },
  );
  const fileKey = open(wrapKey, Buffer.alloc(12), Buffer.from(body ?? "", "base64"));
  const headerKey = Buffer.from(hkdfSync("sha256", fileKey, "", "header", 32));
  const mac = createHmac("sha256", headerKey)
    .update(bytes.subarray(0, macAt + 3))
    .digest();
  const written = Buffer.from(bytes.subarray(macAt + 4, end).toString("latin1"), "base64");
  if (!mac.equals(written)) throw new Error("header mac");

  const nonce = bytes.subarray(end + 1, end + 17);
  const payloadKey = Buffer.from(hkdfSync("sha256", fileKey, nonce, "payload", 32));
  const chunks: Buffer[] = [];
  for (let at = end + 17, count = 0; at < bytes.length; at += CHUNK + TAG, count++) {
    const counter = Buffer.alloc(12);
    counter.writeUInt32BE(count, 7);
    counter[11] = at + CHUNK + TAG >= bytes.length ? 1 : 0;
    chunks.push(open(payloadKey, counter, bytes.subarray(at, at + CHUNK + TAG)));
  }
  return Buffer.concat(chunks).toString("utf8");
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
}

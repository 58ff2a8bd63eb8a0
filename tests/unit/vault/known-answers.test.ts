import { argon2Sync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../lib/vault/canonical-json";
import { CURRENT_SET, PARAMETER_SETS } from "../../../lib/vault/parameter-sets";
import { parsePassphraseSlot } from "../../../lib/vault/parse-slots";
import { sealPassphraseSlot } from "../../../lib/vault/passphrase-slot";

const hex = (text: string) => Uint8Array.fromHex(text);

describe("the primitives of suite 1 give the published answers", () => {
  it("HKDF-SHA-256 (RFC 5869, test case 1)", async () => {
    const key = await crypto.subtle.importKey("raw", hex("0b".repeat(22)), "HKDF", false, [
      "deriveBits",
    ]);
    const salt = hex("000102030405060708090a0b0c");
    const info = hex("f0f1f2f3f4f5f6f7f8f9");

    const bits = await crypto.subtle.deriveBits(
      { name: "HKDF", hash: "SHA-256", salt, info },
      key,
      336,
    );

    expect(new Uint8Array(bits).toHex()).toBe(
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    );
  });

  it("AES-256-GCM (McGrew and Viega, test case 14)", async () => {
    const key = await crypto.subtle.importKey("raw", new Uint8Array(32), "AES-GCM", false, [
      "encrypt",
    ]);

    const sealed = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv: new Uint8Array(12) },
      key,
      new Uint8Array(16),
    );

    expect(new Uint8Array(sealed).toHex()).toBe(
      "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    );
  });

  it("HMAC-SHA-256 (RFC 4231, test case 2)", async () => {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const text = new TextEncoder();
    const key = await crypto.subtle.importKey("raw", text.encode("Jefe"), algorithm, false, [
      "sign",
    ]);

    const mac = await crypto.subtle.sign("HMAC", key, text.encode("what do ya want for nothing?"));

    expect(new Uint8Array(mac).toHex()).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("HPKE base mode with X25519 and HKDF-SHA256 (RFC 9180, appendix A.1.1, first message)", async () => {
    const { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } = await import(
      "@hpke/core"
    );
    // The appendix has this KEM and KDF with AES-128 only; AES-256 is checked above and by the
    // independent opener.
    const suite = new CipherSuite({
      kem: new DhkemX25519HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes128Gcm(),
    });
    const secretKey = hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8");
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(secretKey),
      enc: hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
      info: hex("4f6465206f6e2061204772656369616e2055726e"),
    });
    const sealed = hex(
      "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
    );

    const opened = await recipient.open(sealed, hex("436f756e742d30"));

    expect(new TextDecoder().decode(opened)).toBe("Beauty is truth, truth beauty");
  });

  it.each(["argon2id-64m-3-1", "argon2id-19m-2-1"] as const)(
    "%s, as another implementation derives it",
    async (set) => {
      const vaultId = crypto.randomUUID();
      const place = { vaultId, id: crypto.randomUUID(), revision: 1, generation: 0 };
      const row = await sealPassphraseSlot(new Uint8Array(32), "Épée walrus", set, place);
      const slot = parsePassphraseSlot(row);
      if (slot === null || slot === "unknown") throw new Error("no slot");
      const { memoryKiB, passes, lanes } = PARAMETER_SETS[set];

      const derived = argon2Sync("argon2id", {
        message: "Épée walrus".normalize("NFKC"),
        nonce: slot.salt,
        memory: memoryKiB,
        passes,
        parallelism: lanes,
        tagLength: 64,
      });

      expect(slot.commitment.toHex()).toBe(derived.subarray(32).toString("hex"));
    },
  );
});

it("never derives with less than OWASP's floor, nor with memory a browser may refuse", () => {
  for (const { memoryKiB, passes } of Object.values(PARAMETER_SETS)) {
    expect(memoryKiB).toBeGreaterThanOrEqual(19 * 1024);
    expect(memoryKiB).toBeLessThanOrEqual(64 * 1024);
    expect(passes).toBeGreaterThanOrEqual(2);
  }
  expect(PARAMETER_SETS[CURRENT_SET]).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1 });
});

it("writes one JSON text for one value", () => {
  const value = { b: [1, { z: null, a: "ü\u2028" }], a: true, c: undefined };

  expect(canonicalJson(value)).toBe('{"a":true,"b":[1,{"a":"ü\u2028","z":null}]}');
  expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
});

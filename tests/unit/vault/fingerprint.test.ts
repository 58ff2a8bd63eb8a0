import { expect, it } from "vitest";
import { fingerprintOf } from "../../../lib/vault/fingerprint";

it("is the first 16 hex digits of the token's SHA-256", async () => {
  expect(await fingerprintOf("abc")).toBe("ba7816bf8f01cfea");
});

it("differs from another token's", async () => {
  expect(await fingerprintOf("abc")).not.toBe(await fingerprintOf("abcA"));
});

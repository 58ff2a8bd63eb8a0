import type { Token } from "./token";

/** Bytes of a signature, by algorithm (RFC 7518, RFC 8037); RSA as its usual keys give them. */
const RSA = [256, 384, 512, 1024];
const SIGNATURE_BYTES: Record<string, number[]> = {
  HS256: [32],
  HS384: [48],
  HS512: [64],
  ES256: [64],
  ES256K: [64],
  ES384: [96],
  ES512: [132],
  EdDSA: [64, 114],
};

/** How many characters the signature of an algorithm may have; empty where nobody knows. */
export function charactersOfSignature(algorithm: string): number[] {
  const bytes = SIGNATURE_BYTES[algorithm] ?? (/^[RP]S/.test(algorithm) ? RSA : []);
  return bytes.map((count) => Math.ceil((count * 4) / 3));
}

/**
 * Whether the signature is as long as its algorithm makes it. `short` and `long`: so near to it that characters
 * are missing or too many. `unknown`: an algorithm or an issuer of its own.
 */
export function lengthOfSignature({
  text,
  algorithm,
}: Token): "right" | "short" | "long" | "unknown" {
  const characters = text.length - text.lastIndexOf(".") - 1;
  const expected = charactersOfSignature(algorithm);
  if (expected.includes(characters)) return "right";
  const near = expected.find((length) => Math.abs(length - characters) <= 24);
  return near === undefined ? "unknown" : characters < near ? "short" : "long";
}

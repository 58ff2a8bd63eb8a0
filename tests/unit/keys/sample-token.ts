/** A token of the shape a console issues; the signature is arbitrary bytes of the right length. */
export function sampleToken(
  claims: Record<string, unknown> = { sub: "partner", exp: 1_830_000_000 },
  header: Record<string, unknown> = { alg: "HS256", typ: "JWT" },
  signature: Uint8Array = Uint8Array.from({ length: 32 }, (_, i) => (i * 37) % 256),
): string {
  const part = (value: unknown) => base64url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part(header)}.${part(claims)}.${base64url(signature)}`;
}

export function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

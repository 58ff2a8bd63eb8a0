/** A token as the console issues them: three parts, the claims as given. Signed with nothing real. */
export function aToken(claims: Record<string, unknown> = {}): string {
  const part = (value: unknown) =>
    new TextEncoder().encode(JSON.stringify(value)).toBase64({
      alphabet: "base64url",
      omitPadding: true,
    });
  const signature = crypto.getRandomValues(new Uint8Array(32)).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
  return `${part({ alg: "HS256", typ: "JWT" })}.${part({ jti: crypto.randomUUID(), ...claims })}.${signature}`;
}

import { createHmac } from "node:crypto";

/** Tokens signed for nothing; each number gives another one. */
export function fakeToken(id: number, claims: Record<string, unknown> = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: "test", jti: `jti-${id}`, ...claims })}`;
  return `${signed}.${createHmac("sha256", "no secret").update(signed).digest("base64url")}`;
}

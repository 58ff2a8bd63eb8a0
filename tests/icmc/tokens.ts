import { createHmac, timingSafeEqual } from "node:crypto";
import type { IcmcState, IssuedKey, Organisation } from "./state.ts";

const ISSUER = "https://partner.impossiblecloud.com";

export interface Claims {
  iss: string;
  sub: string;
  jti: string;
  /** Epoch seconds. */
  iat: number;
  exp?: number;
}

/** A signed token for a key; it says when it ends but not what it is called. */
export function signToken(key: Omit<IssuedKey, "token">, secret: Uint8Array): string {
  const claims: Claims = {
    iss: ISSUER,
    sub: key.ownerId,
    jti: key.id,
    iat: Math.floor(key.createdAtMs / 1000),
    ...(key.validUntilMs === null ? {} : { exp: Math.floor(key.validUntilMs / 1000) }),
  };
  const head = encode({ alg: "HS256", typ: "JWT" });
  const body = encode(claims);
  return `${head}.${body}.${macOf(`${head}.${body}`, secret)}`;
}

/** The organisation a token speaks for now; `null` when it is forged, expired or deleted. */
export function whoCalls(
  state: IcmcState,
  token: string,
  secret: Uint8Array,
  nowMs: number,
): Organisation | null {
  const [head, body, mac, ...rest] = token.split(".");
  if (!head || !body || !mac || rest.length > 0) return null;
  if (!same(mac, macOf(`${head}.${body}`, secret))) return null;
  const key = state.apiKeys.find((issued) => issued.token === token);
  if (!key || key.deletedAtMs !== null) return null;
  if (key.validUntilMs !== null && key.validUntilMs <= nowMs) return null;
  return state.organisations.find(({ id }) => id === key.organisationId) ?? null;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function macOf(text: string, secret: Uint8Array): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

import type { KeyEnd } from "./api-key";

/** A JSON Web Token that was recognised as one. Nothing about it is verified: only its issuer can do that. */
export interface Token {
  /** Exactly as it was found, three base64url parts joined by dots. */
  text: string;
  /** Name of the signature's algorithm, as the header says. */
  algorithm: string;
  claims: Record<string, unknown>;
}

/** The inbox takes captures of 8 KiB; a longer string is no key of this console. */
export const MAX_TOKEN_LENGTH = 8_000;

const PARTS = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/**
 * Recognises a token, and nothing but a token: no blanks, no quotes, no cut.
 *
 * @returns `null` unless header and payload decode to JSON objects, the header names an algorithm
 * other than `none`, and there is a signature.
 */
export function readToken(text: string): Token | null {
  if (text.length > MAX_TOKEN_LENGTH) return null;
  const [, head = "", body = "", signature = ""] = PARTS.exec(text) ?? [];
  if (!signature) return null;
  const header = jsonObject(head);
  const claims = jsonObject(body);
  const algorithm = header?.alg;
  if (!claims || typeof algorithm !== "string") return null;
  return /^(?:none)?$/i.test(algorithm.trim()) ? null : { text, algorithm, claims };
}

/** The token's own word on its end (`exp`); `unknown` when it has none that makes sense. */
export function endOfToken(token: Token): KeyEnd {
  const at = instantOf(token.claims.exp);
  return at === null ? { kind: "unknown" } : { kind: "at", at, from: "token" };
}

/** ISO instant at which the token was issued (`iat`), `null` when it does not say. */
export function createdAtOfToken(token: Token): string | null {
  return instantOf(token.claims.iat);
}

/** Seconds since 1970 that lie between 2010 and 2200: anything else, such as milliseconds, is a mistake. */
const EARLIEST_S = 1_262_304_000;
const LATEST_S = 7_258_118_400;

function instantOf(claim: unknown): string | null {
  const isNumeric = typeof claim === "number" || /^\d{1,11}(?:\.\d{1,9})?$/.test(String(claim));
  const seconds = isNumeric && typeof claim !== "object" ? Number(claim) : Number.NaN;
  const isPlausible = seconds >= EARLIEST_S && seconds <= LATEST_S;
  return isPlausible ? new Date(Math.round(seconds * 1000)).toISOString() : null;
}

function jsonObject(part: string): Record<string, unknown> | null {
  try {
    const bytes = Uint8Array.fromBase64(part, { alphabet: "base64url" });
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch (error) {
    // Not base64url, not UTF-8, not JSON: each of them only says that this is no token.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

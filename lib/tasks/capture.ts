import { isApiHost } from "../api/api-host";
import type { Capture, KeyEnd } from "../keys/api-key";
import { readToken } from "../keys/token";

const LONGEST_TOKEN = 6 * 1024;
export const LONGEST_DESCRIPTION = 500;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Checks what came from the console's page, field by field: types vanish at run time. What only
 * describes the key is cut or dropped when it is unusable, for the token must not be lost over it.
 *
 * @returns `null` when there is no token in it, or no id to tell a resend by.
 */
export function checkCapture(sent: unknown, nowMs: number): Capture | null {
  if (typeof sent !== "object" || sent === null) return null;
  const { captureId, token, description, end, capturedAt, apiHost } = sent as Record<
    string,
    unknown
  >;
  if (!isCaptureId(captureId)) return null;
  if (typeof token !== "string" || token.length > LONGEST_TOKEN || readToken(token) === null)
    return null;
  return {
    captureId,
    token,
    description:
      typeof description === "string"
        ? description.toWellFormed().slice(0, LONGEST_DESCRIPTION)
        : "",
    end: checkEnd(end),
    capturedAt: isInstant(capturedAt) ? capturedAt : new Date(nowMs).toISOString(),
    // Only ever one of the API's own: a page cannot make a key be sent elsewhere.
    ...(typeof apiHost === "string" && isApiHost(apiHost) && { apiHost }),
  };
}

export function isCaptureId(sent: unknown): sent is string {
  return typeof sent === "string" && UUID.test(sent);
}

/** `unknown` for everything that is not exactly an end. */
export function checkEnd(sent: unknown): KeyEnd {
  const { kind, at, from } = (sent ?? {}) as Record<string, unknown>;
  if (from !== "token" && from !== "console" && from !== "person") return { kind: "unknown" };
  if (kind === "never") return { kind, from };
  return kind === "at" && isInstant(at) ? { kind, at, from } : { kind: "unknown" };
}

function isInstant(sent: unknown): sent is string {
  return typeof sent === "string" && sent.length <= 30 && !Number.isNaN(Date.parse(sent));
}

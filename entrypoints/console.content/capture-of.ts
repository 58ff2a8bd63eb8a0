import type { Capture, KeyEnd } from "../../lib/keys/api-key";
import { readToken } from "../../lib/keys/token";
import type { WatchedCreation } from "./creation-watch";

/** What is sent of a token, with what its form had asked for. */
export function captureOf(token: string, { description, endsMs }: WatchedCreation): Capture {
  const end: KeyEnd =
    endsMs === null
      ? { kind: "unknown" }
      : { kind: "at", at: new Date(endsMs).toISOString(), from: "console" };
  // Read once more exactly as the vault will: what is no token must not look held.
  const text = readToken(token)?.text ?? token;
  return {
    captureId: crypto.randomUUID(),
    token: text,
    description,
    end,
    capturedAt: new Date().toISOString(),
  };
}

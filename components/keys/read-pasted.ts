import type { KeyEnd } from "../../lib/keys/api-key";
import { cleanPasted, type RefusedBecause } from "../../lib/keys/pasted-token";
import { endOfToken, readToken } from "../../lib/keys/token";

/** What a pasted text turned out to be. */
export type PastedKey =
  | { kind: "token"; token: string; end: KeyEnd }
  | { kind: "refused"; at: number; reason: RefusedBecause };

/** Tells at once whether a pasted text is a key; the background checks it again before keeping it. */
export function readPasted(pasted: string): PastedKey {
  const cleaned = cleanPasted(pasted);
  if (cleaned.kind === "refused") return cleaned;
  const token = readToken(cleaned.token);
  return {
    kind: "token",
    token: cleaned.token,
    end: token ? endOfToken(token) : { kind: "unknown" },
  };
}

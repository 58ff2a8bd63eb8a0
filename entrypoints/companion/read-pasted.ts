import type { PastedKey } from "../../components/AddKey";
import { cleanPasted } from "../../lib/keys/pasted-token";
import { endOfToken, readToken } from "../../lib/keys/token";

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

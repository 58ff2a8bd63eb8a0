import { DEFAULT_API_HOST } from "../api/api-host";
import type { ApiKey, KeyEnd } from "../keys/api-key";
import { cleanPasted } from "../keys/pasted-token";
import { createdAtOfToken, endOfToken, readToken } from "../keys/token";
import type { Vault } from "../vault/vault";
import { checkEnd } from "./capture";

export class NotATokenError extends Error {
  override name = "NotATokenError";
}

/** Keeps a key the person pasted. The token's own word about its end outweighs what was entered. */
export async function addKey(
  vault: Vault,
  sent: { token: string; description: string; end: KeyEnd },
  nowMs: number,
): Promise<ApiKey> {
  const pasted = cleanPasted(sent.token);
  const token = pasted.kind === "token" ? readToken(pasted.token) : null;
  if (pasted.kind !== "token" || token === null) throw new NotATokenError("no API key in the text");
  const ownEnd = endOfToken(token);
  return vault.addKey(pasted.token, {
    description: sent.description,
    apiHost: DEFAULT_API_HOST,
    end: ownEnd.kind === "unknown" ? checkEnd(sent.end) : ownEnd,
    createdAt: createdAtOfToken(token),
    savedAt: new Date(nowMs).toISOString(),
    origin: "pasted",
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed: false,
  });
}

import { DEFAULT_API_HOST } from "../api/api-host";
import type { Capture } from "../keys/api-key";
import { createdAtOfToken, endOfToken, readToken } from "../keys/token";

/** What is kept of a captured key: the token's own word on its end outweighs the console's form. */
export function describeCapture({ token, end, apiHost = DEFAULT_API_HOST }: Capture) {
  const read = readToken(token);
  const ownEnd = read ? endOfToken(read) : end;
  return {
    end: ownEnd.kind === "unknown" ? end : ownEnd,
    createdAt: read && createdAtOfToken(read),
    apiHost,
  };
}

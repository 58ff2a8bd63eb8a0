import type { Capture } from "../keys/api-key";
import { createdAtOfToken, endOfToken, readToken } from "../keys/token";

/** Whether keys or data are bound to one region's host is not published; this one serves all accounts. */
export const DEFAULT_API_HOST = "api.partner.impossiblecloud.com";

/** What is kept of a captured key: the token's own word on its end outweighs the console's form. */
export function describeCapture({ token, end }: Capture) {
  const read = readToken(token);
  const ownEnd = read ? endOfToken(read) : end;
  return {
    end: ownEnd.kind === "unknown" ? end : ownEnd,
    createdAt: read && createdAtOfToken(read),
    apiHost: DEFAULT_API_HOST,
  };
}

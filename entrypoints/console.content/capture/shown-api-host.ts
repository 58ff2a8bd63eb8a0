import { type ApiHost, isApiHost } from "../../../lib/api/api-host";
import { hostsOfLinks } from "../../../lib/page/link-hosts";

/** The API's host by the page's own links: the console knows which one serves this account. */
export function shownApiHost(roots: Iterable<ParentNode>): ApiHost | null {
  const [host, another] = [...hostsOfLinks(roots)].filter(isApiHost);
  return another === undefined ? (host ?? null) : null;
}

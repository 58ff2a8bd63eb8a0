import * as dom from "./dom";
import { queryRoots } from "./roots";

/** Hosts that the page's links lead to over https; of other links nothing is told. */
export function hostsOfLinks(roots: Iterable<ParentNode>): Set<string> {
  const hosts = new Set<string>();
  for (const link of queryRoots(roots, "a[href]")) {
    const address = URL.parse(dom.getAttribute(link, "href") ?? "");
    if (address?.protocol === "https:" && address.port === "") hosts.add(address.hostname);
  }
  return hosts;
}

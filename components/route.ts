/** A place in workspace or popup, as its address says it. */
export type Route =
  | { page: "keys" }
  | { page: "vault" }
  | { page: "settings" }
  | { page: "contracts" }
  | { page: "contract"; contractId: string }
  | { page: "partner"; contractId: string; partnerId: string }
  | { page: "account"; contractId: string; partnerId: string; accountId: string }
  /** A channel partner's own. */
  | { page: "accounts" }
  | { page: "own-account"; accountId: string }
  | { page: "regions" }
  | { page: "brief" }
  | { page: "month-end" }
  | { page: "journal" }
  | { page: "self-check" };

/** @param hash - Such as `#/contracts/1b9d…/partners/77aa…`. Anything unknown leads to the keys. */
export function routeOf(hash: string): Route {
  const [page = "", ...ids] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decoded);
  const [contractId, below, partnerId, deeper, accountId] = ids;
  if (page === "contracts") {
    if (!contractId) return { page: "contracts" };
    if (below !== "partners" || !partnerId) return { page: "contract", contractId };
    if (deeper !== "accounts" || !accountId) return { page: "partner", contractId, partnerId };
    return { page: "account", contractId, partnerId, accountId };
  }
  if (page === "accounts") {
    return contractId ? { page: "own-account", accountId: contractId } : { page: "accounts" };
  }
  if (
    page === "vault" ||
    page === "settings" ||
    page === "regions" ||
    page === "brief" ||
    page === "month-end" ||
    page === "journal" ||
    page === "self-check"
  ) {
    return { page };
  }
  return { page: "keys" };
}

export function hrefOf(route: Route): string {
  const path = {
    contract: () => ["contracts", id("contractId")],
    partner: () => ["contracts", id("contractId"), "partners", id("partnerId")],
    account: () => [
      ...["contracts", id("contractId"), "partners", id("partnerId")],
      ...["accounts", id("accountId")],
    ],
    "own-account": () => ["accounts", id("accountId")],
  };
  function id(name: string): string {
    return encodeURIComponent((route as unknown as Record<string, string>)[name] ?? "");
  }
  const steps = route.page in path ? path[route.page as keyof typeof path]() : [route.page];
  return `#/${steps.join("/")}`;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

import { property, assert as propertyAssert, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { hrefOf, type Route, routeOf } from "../../../components/route";

describe("addresses", () => {
  it("lead back to the same place, whatever the ids are", () => {
    const id = string({ unit: "grapheme", minLength: 1 });
    propertyAssert(
      property(id, id, id, (contractId, partnerId, accountId) => {
        const routes: Route[] = [
          { page: "contract", contractId },
          { page: "partner", contractId, partnerId },
          { page: "account", contractId, partnerId, accountId },
          { page: "own-account", accountId },
        ];
        for (const route of routes) expect(routeOf(hrefOf(route))).toEqual(route);
      }),
    );
  });

  it.each(["", "#", "#/", "#/nowhere", "#/%E0%A4%A"])(
    "lead to the keys when unknown: %s",
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: "keys" });
    },
  );
});

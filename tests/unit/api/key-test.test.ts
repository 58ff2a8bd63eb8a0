import { describe, expect, it } from "vitest";
import { testKey } from "../../../lib/api/key-test";
import { clientAnswering, json } from "./loopback-api";

const NOW_MS = Date.UTC(2027, 2, 4, 10);
const CONTRACTS = [{ id: "c-1" }];
const ACCOUNTS = [{ clientAccountId: "012345678901" }];

/** A client for which the two lists answer so; a number is a status, a text a failure of `fetch`. */
function answering(contracts: unknown, accounts: unknown = "not asked", isOnline = true) {
  return clientAnswering(
    (request) => {
      const plan = request.url.endsWith("/v1/contract/list") ? contracts : accounts;
      if (typeof plan === "string") throw new TypeError(plan);
      return typeof plan === "number" ? json({}, { status: plan }) : json(plan);
    },
    { isOnline: () => isOnline },
  );
}

describe("a key that works", () => {
  it.each([
    ["lists contracts", CONTRACTS, "not asked", "distributor"],
    ["is refused contracts as not its role", 403, ACCOUNTS, "partner"],
    ["is refused contracts as unknown", 401, [], "partner"],
    ["finds no contract list", 404, ACCOUNTS, "partner"],
    ["has no contracts and no right to accounts", [], 403, "distributor"],
    ["has no contracts and has accounts", [], ACCOUNTS, "partner"],
    ["has neither", null, null, null],
    ["has no contracts, and accounts cannot be asked", [], 500, null],
  ])("and %s", async (_what, contracts, accounts, side) => {
    expect(await testKey(answering(contracts, accounts), null, NOW_MS)).toEqual({
      outcome: "works",
      side,
    });
  });

  it("works although our clock says it ended", async () => {
    expect(await testKey(answering(CONTRACTS), NOW_MS - 1, NOW_MS)).toMatchObject({
      outcome: "works",
    });
  });
});

describe("a key that does not", () => {
  it.each([
    ["is refused by both", 401, 401, null, "refused"],
    ["is refused before its end", 401, 401, NOW_MS + 1, "refused"],
    ["is refused in its last moment", 401, 401, NOW_MS, "refused"],
    ["is refused after its end", 401, 401, NOW_MS - 1, "expired"],
    ["is refused as a role after its end", 403, 403, NOW_MS - 1, "expired"],
    ["has neither role", 403, 403, null, "wrong-role"],
    ["is known to one and refused by the other", 401, 403, null, "wrong-role"],
    ["meets a limit", 429, 200, null, "rate-limited"],
    ["meets a limit on the way", 403, 429, NOW_MS - 1, "rate-limited"],
    ["meets a fault", 500, 200, null, "vendor-fault"],
    ["gets an object", { a: 1 }, 200, null, "not-understood"],
    ["finds nothing there", 404, 404, null, "not-understood"],
    ["gets no answer", "Failed to fetch", 200, null, "unreachable"],
  ])("%s", async (_what, contracts, accounts, endMs, outcome) => {
    expect(await testKey(answering(contracts, accounts), endMs, NOW_MS)).toEqual({
      outcome,
      side: null,
    });
  });

  it("cannot be asked for while this computer is offline", async () => {
    expect(await testKey(answering("Failed to fetch", "", false), null, NOW_MS)).toMatchObject({
      outcome: "offline",
    });
  });

  it("gets no answer in time", async () => {
    const client = clientAnswering(() => new Promise(() => {}), { timeLimitMs: 30 });
    expect(await testKey(client, null, NOW_MS)).toMatchObject({ outcome: "unreachable" });
  });
});

it("rejects when its caller no longer wants to know", async () => {
  const answer = testKey(answering(CONTRACTS), null, NOW_MS, AbortSignal.abort());
  await expect(answer).rejects.toMatchObject({ name: "ApiCancelledError" });
});

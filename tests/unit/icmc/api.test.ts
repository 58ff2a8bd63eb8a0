import { afterEach, beforeEach, expect, test } from "vitest";
import { OPERATIONS } from "../../icmc/api/operations.ts";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { askIcmc } from "./ask-icmc.ts";

const NOW_MS = Date.parse("2026-11-23T12:00:00Z");
const DAY_MS = 86_400_000;
const PASSWORD = "Speicher-9";

let icmc: Icmc;
let nowMs: number;

beforeEach(async () => {
  nowMs = NOW_MS;
  icmc = await startIcmc({ nowMs: () => nowMs });
});

afterEach(() => icmc.close());

function keyOf(kind: "distributor" | "partner", validUntilMs: number | null = null): string {
  return icmc.control.issue({ description: "test", validUntilMs, kind }).token;
}

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error("the list is empty");
  return one;
}

test("offers all 24 operations, each once", () => {
  expect(new Set(OPERATIONS.map(({ name }) => name)).size).toBe(24);
});

test("a key opens its own role's operations until it expires", async () => {
  const token = keyOf("distributor", NOW_MS + DAY_MS);
  expect(await askIcmc(icmc, "GET /v1/contract/list", { token })).toMatchObject({ status: 200 });
  expect(await askIcmc(icmc, "GET /v1/storage-account/list", { token })).toMatchObject({
    status: 403,
  });

  nowMs += DAY_MS;
  expect(await askIcmc(icmc, "GET /v1/contract/list", { token })).toMatchObject({ status: 401 });
});

test("a missing key is told by its text, a changed one is refused", async () => {
  expect(await askIcmc(icmc, "GET /v1/contract/list")).toMatchObject({
    status: 401,
    body: { message: "Authorization header is missing" },
  });
  const token = `${keyOf("distributor").slice(0, -2)}xx`;
  expect(await askIcmc(icmc, "GET /v1/contract/list", { token })).toMatchObject({ status: 401 });
});

test("a partner gets no more than its contract has left, and the contract shows what it gave", async () => {
  const token = keyOf("distributor");
  const contract = first(icmc.state.contracts);
  const create = (allocatedCapacity: number) =>
    askIcmc(icmc, "POST /v1/partner", {
      token,
      body: { name: "Neuland IT", distributorContractId: contract.id, allocatedCapacity },
    });
  expect(await create(contract.reservedCapacity)).toMatchObject({ status: 400 });
  expect(await create(125e12)).toMatchObject({ status: 201, body: { allocatedCapacity: 125e12 } });

  const { body } = await askIcmc(icmc, "GET /v1/contract/list", { token });
  expect(body).toContainEqual(
    expect.objectContaining({ id: contract.id, allocatedCapacity: contract.reservedCapacity }),
  );
});

test("a partner with storage accounts cannot be deleted, one without can", async () => {
  const token = keyOf("distributor");
  const full = first(icmc.state.partners);
  const empty = icmc.state.partners.find(
    ({ id }) => !icmc.state.accounts.some(({ partnerId }) => partnerId === id),
  );
  expect(await askIcmc(icmc, `DELETE /v1/partner/${full.id}`, { token })).toMatchObject({
    status: 409,
  });
  expect(await askIcmc(icmc, `DELETE /v1/partner/${empty?.id}`, { token })).toMatchObject({
    status: 204,
  });
});

test("a deleted storage account goes in 30 days, unless that is cancelled", async () => {
  const token = keyOf("partner");
  const body = {
    name: "Neukunde",
    allocatedCapacity: 0,
    allowOverdraft: true,
    clientAccount: { contactEmail: "neu@kunde.example", password: PASSWORD },
  };
  const { body: made } = await askIcmc(icmc, "POST /v1/storage-account", { token, body });
  const { clientAccountId } = made as { clientAccountId: string };
  const path = `/v1/storage-account/${clientAccountId}`;
  expect(clientAccountId).toMatch(/^\d{12}$/);

  await askIcmc(icmc, `DELETE ${path}`, { token });
  expect(await askIcmc(icmc, `GET ${path}`, { token })).toMatchObject({
    body: { pendingDeletedAt: new Date(NOW_MS + 30 * DAY_MS).toISOString() },
  });
  const cancelled = await askIcmc(icmc, `PATCH ${path}`, {
    token,
    body: { pendingDeletedAt: null },
  });
  expect(cancelled).toMatchObject({ status: 200, body: { pendingDeletedAt: null } });
});

test("a storage account's password needs all four kinds of character", async () => {
  const reply = await askIcmc(icmc, "POST /v1/storage-account", {
    token: keyOf("partner"),
    body: {
      name: "Neukunde",
      allocatedCapacity: 0,
      allowOverdraft: true,
      clientAccount: { contactEmail: "neu@kunde.example", password: "speicher9" },
    },
  });
  expect(reply).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(/^password/) },
  });
});

test("usage is the same for the same seed, day by day", async () => {
  const asked = "/v1/storage-accounts/usage?from=2026-11-01&to=2026-11-10";
  const { body } = await askIcmc(icmc, `GET ${asked}`, { token: keyOf("partner") });
  const other = await startIcmc({ nowMs: () => NOW_MS });
  const { token } = other.control.issue({ description: "", validUntilMs: null, kind: "partner" });
  const again = await askIcmc(other, `GET ${asked}`, { token });
  await other.close();

  expect(again.body).toEqual(body);
  const [usage] = body as { daily_usage: { date: string; usage: number }[] }[];
  expect(usage?.daily_usage.map(({ date }) => date)).toHaveLength(10);
  expect(usage?.daily_usage.every(({ usage }) => Number.isSafeInteger(usage) && usage > 0)).toBe(
    true,
  );
});

test("ids that must be UUIDs and days that do not exist are refused", async () => {
  const distributor = keyOf("distributor");
  expect(await askIcmc(icmc, "GET /v1/contract/17/partners", { token: distributor })).toMatchObject(
    { status: 400 },
  );
  expect(
    await askIcmc(icmc, "GET /v1/storage-accounts/usage?from=2026-02-30&to=2026-03-02", {
      token: keyOf("partner"),
    }),
  ).toMatchObject({ status: 400 });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { askIcmc, type Reply } from "./ask-icmc.ts";

const NOW_MS = Date.parse("2026-11-23T12:00:00Z");
const HOUR_MS = 3_600_000;

let icmc: Icmc;
let nowMs: number;

beforeEach(async () => {
  nowMs = NOW_MS;
  icmc = await startIcmc({ nowMs: () => nowMs });
});

afterEach(() => icmc.close());

async function signIn(email: string) {
  const { headers } = await askIcmc(icmc, "POST /internal/session", {
    host: "partner.impossiblecloud.com",
    body: { email, password: "Polarlicht-7" },
  });
  const cookie = headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  return (operation: string, body?: unknown): Promise<Reply> =>
    askIcmc(icmc, operation, { host: "partner.impossiblecloud.com", headers: { cookie }, body });
}

test("a key made in the console opens the API until it is deleted there", async () => {
  const ask = await signIn("alex@nordlicht.example");
  const validUntil = new Date(NOW_MS + HOUR_MS).toISOString();
  const made = await ask("POST /internal/api-keys", { description: "Probe", validUntil });
  const { id, token } = made.body as { id: string; token: string };
  expect(made).toMatchObject({ status: 201, body: { description: "Probe", validUntil } });
  expect(await askIcmc(icmc, "GET /v1/contract/list", { token })).toMatchObject({ status: 200 });

  await ask(`DELETE /internal/api-keys/${id}`);
  expect(await askIcmc(icmc, "GET /v1/contract/list", { token })).toMatchObject({ status: 401 });
});

test("the list never shows a token again", async () => {
  const ask = await signIn("alex@nordlicht.example");
  const { body } = await ask("GET /internal/api-keys");
  expect(JSON.stringify(body)).not.toContain("eyJ");
  expect(body).toHaveLength(9);
});

test("staff manage keys, viewers do not", async () => {
  const staff = await signIn("kim@nordlicht.example");
  const viewer = await signIn("noa@nordlicht.example");
  expect(await staff("GET /internal/api-keys")).toMatchObject({ status: 200 });
  expect(await viewer("GET /internal/api-keys")).toMatchObject({ status: 403 });
});

test("three minutes without a request end the session, activity prolongs it", async () => {
  const ask = await signIn("alex@nordlicht.example");
  nowMs += 2.9 * 60_000;
  expect(await ask("GET /internal/api-keys")).toMatchObject({ status: 200 });
  nowMs += 2.9 * 60_000;
  expect(await ask("GET /internal/api-keys")).toMatchObject({ status: 200 });
  nowMs += 3.1 * 60_000;
  expect(await ask("GET /internal/api-keys")).toMatchObject({ status: 401 });
});

test("an end that has passed is refused in words", async () => {
  const ask = await signIn("alex@nordlicht.example");
  const validUntil = new Date(NOW_MS - HOUR_MS).toISOString();
  expect(await ask("POST /internal/api-keys", { description: "Late", validUntil })).toMatchObject({
    status: 400,
    body: { message: "The expiration date must be in the future" },
  });
});

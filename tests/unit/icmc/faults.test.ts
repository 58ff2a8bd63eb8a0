import { afterEach, beforeEach, expect, test } from "vitest";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { askIcmc } from "./ask-icmc.ts";

const REGIONS = "GET /v1/integration/regions/list";

let icmc: Icmc;

beforeEach(async () => {
  icmc = await startIcmc();
});

afterEach(() => icmc.close());

test("a fault lasts as many times as told, then the API is itself again", async () => {
  icmc.control.fault({ kind: "status", status: 429 }, { times: 2 });
  const statuses = [];
  for (let at = 0; at < 3; at += 1) statuses.push((await askIcmc(icmc, REGIONS)).status);
  expect(statuses).toEqual([429, 429, 200]);
});

test("a fault of one operation leaves the others alone", async () => {
  icmc.control.fault({ kind: "html" }, { scope: "GET /contract/list" });
  expect(await askIcmc(icmc, REGIONS)).toMatchObject({ status: 200 });
  expect(await askIcmc(icmc, "GET /v1/contract/list")).toMatchObject({
    status: 502,
    body: expect.stringContaining("<html>"),
  });
});

test("truncated JSON cannot be parsed", async () => {
  icmc.control.fault({ kind: "truncated" });
  const { status, body } = await askIcmc(icmc, REGIONS);
  expect(status).toBe(200);
  expect(body).toMatch(/^\{"regions"/);
  expect(() => JSON.parse(body as string)).toThrow(SyntaxError);
});

test("a lost answer has been carried out, a broken connection has not", async () => {
  const { token } = icmc.control.issue({ description: "", validUntilMs: null });
  const contract = icmc.state.contracts[0]?.id;
  const create = (name: string) =>
    askIcmc(icmc, "POST /v1/partner", {
      token,
      body: { name, distributorContractId: contract, allocatedCapacity: 0 },
    });
  icmc.control.fault({ kind: "lost" }, { times: 1 });
  await expect(create("Lost AG")).rejects.toThrow();
  icmc.control.fault({ kind: "reset" }, { times: 1 });
  await expect(create("Reset AG")).rejects.toThrow();

  const names = icmc.state.partners.map(({ name }) => name);
  expect(names).toContain("Lost AG");
  expect(names).not.toContain("Reset AG");
});

test("a redirect names its target, and a request to it is seen", async () => {
  icmc.control.fault({ kind: "redirect", to: "https://elsewhere.impossiblecloud.com/" });
  expect(await askIcmc(icmc, REGIONS)).toMatchObject({
    status: 302,
    headers: { location: "https://elsewhere.impossiblecloud.com/" },
  });
  await askIcmc(icmc, "GET /", { host: "elsewhere.impossiblecloud.com" });
  expect(icmc.control.requests().map(({ host }) => host)).toContain(
    "elsewhere.impossiblecloud.com",
  );
});

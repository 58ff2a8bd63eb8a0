import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "../../../lib/api/api-error";
import { type ApiClient, createApiClient } from "../../../lib/api/client";
import { listContracts } from "../../../lib/api/contracts";
import { createMember } from "../../../lib/api/members";
import { listOwnStorageAccounts } from "../../../lib/api/own-storage-accounts";
import { deletePartner, getPartner, listPartners } from "../../../lib/api/partners";
import { listStorageAccounts } from "../../../lib/api/storage-accounts";
import { listOwnUsage } from "../../../lib/api/usage";
import { clientAnswering, json, startLoopbackApi, TOKEN } from "./loopback-api";

let api: Awaited<ReturnType<typeof startLoopbackApi>>;
beforeAll(async () => {
  api = await startLoopbackApi();
});
afterAll(() => api.stop());
beforeEach(() => api.answerWith(() => ({ json: [] })));

/** The error a call ends with. */
async function failing(call: Promise<unknown>): Promise<ApiError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("the call succeeded");
}

describe("what leaves", () => {
  it("carries no cookie, no referrer, no cache and follows no redirect", async () => {
    let sent: Request | undefined;
    const client = clientAnswering((request) => {
      sent = request;
      return json([]);
    });

    await listContracts(client);

    expect(sent).toMatchObject({
      redirect: "error",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
  });

  it("never reaches the host a redirect points to", async () => {
    let visits = 0;
    const other = await startLoopbackApi();
    other.answerWith(() => {
      visits++;
      return { json: [] };
    });
    const elsewhere = await new Promise<string>((resolve) => {
      void other.fetch(new Request("https://other.example/")).then((answer) => resolve(answer.url));
    });
    visits = 0;
    api.answerWith(() => ({ status: 302, headers: { location: elsewhere } }));

    expect(await failing(listContracts(api.client()))).toMatchObject({
      name: "ApiUnreachableError",
      cause: "unreachable",
    });
    expect(visits).toBe(0);
    await other.stop();
  });

  it.each([
    "partner.impossiblecloud.com",
    "api.partner.impossiblecloud.com.example",
    "api.partner.impossiblecloud.com:8443",
    "API.partner.impossiblecloud.com",
    "api.partner.impossiblecloud.com.",
    "user@api.partner.impossiblecloud.com",
    "",
  ])("goes to no other host: %j", (apiHost) => {
    const options = {
      apiHost: apiHost as "api.partner.impossiblecloud.com",
      readToken: () => TOKEN,
      fetch,
      isOnline: () => true,
      nowMs: () => 0,
    };
    expect(() => createApiClient(options)).toThrow(
      expect.objectContaining({ name: "ApiRequestError", argument: "host" }),
    );
  });

  it.each([
    ["a slash", "a/b", "/v1/partner/a%2Fb"],
    ["a query", "a?b=c#d", "/v1/partner/a%3Fb%3Dc%23d"],
    ["encoded dots", "%2e%2e", "/v1/partner/%252e%252e"],
    ["a backslash", "a\\b", "/v1/partner/a%5Cb"],
    ["three dots", "...", "/v1/partner/..."],
    ["other scripts", "köln ☂", "/v1/partner/k%C3%B6ln%20%E2%98%82"],
  ])("keeps an id with %s inside its segment", async (_what, id, path) => {
    api.answerWith(() => ({ json: { id: "x" } }));
    await getPartner(api.client(), id);
    expect(api.received.map((request) => request.path)).toEqual([path]);
  });

  it.each(["", ".", "..", "../", "../contract", "a/../b", "..\\", "a\nb", "\ud800"])(
    "is nothing at all for the id %j",
    async (id) => {
      expect(await failing(deletePartner(api.client(), id))).toMatchObject({
        name: "ApiRequestError",
        argument: "path-segment",
        mayHaveHappened: false,
      });
      expect(api.received).toEqual([]);
    },
  );

  it.each(["", "a b", "a\r\nx-evil: 1", "schlüssel"])(
    "is nothing at all for the token %j, which no error repeats",
    async (token) => {
      const error = await failing(listContracts(api.client({ readToken: () => token })));
      expect(error).toMatchObject({ name: "ApiRequestError", argument: "token" });
      expect(error.message).toBe("not sent: unusable token");
      expect(api.received).toEqual([]);
    },
  );

  it.each([
    { from: "2027-02-30", to: "2027-03-01" },
    { from: "2027-03-02", to: "2027-03-01" },
    { from: "1.3.2027", to: "2027-03-01" },
  ])("is nothing at all for the days $from to $to", async (range) => {
    expect(await failing(listOwnUsage(api.client(), range))).toMatchObject({ argument: "day" });
  });
});

describe("a status that is no success", () => {
  it.each([
    [400, "ApiStatusError", false],
    [401, "ApiKeyRefusedError", false],
    [403, "ApiRoleError", false],
    [404, "ApiNotFoundError", false],
    [408, "ApiStatusError", true],
    [409, "ApiStatusError", false],
    [429, "ApiRateLimitedError", false],
    [500, "ApiFaultError", true],
    [503, "ApiFaultError", true],
  ])("%i on a write is %s (may have happened: %s), sent once", async (status, name, may) => {
    api.answerWith(() => ({ status, json: { message: "partner has storage accounts" } }));

    const error = await failing(deletePartner(api.client({ readRetries: 2 }), "p-1"));

    expect(error).toMatchObject({
      name,
      status,
      apiMessage: "partner has storage accounts",
      mayHaveHappened: may,
      operation: "DELETE /partner/{}",
    });
    expect(api.received).toHaveLength(1);
  });

  it.each([
    [400, "Authorization header is missing"],
    [403, "token is expired"],
  ])("%i saying %j is about the key", async (status, text) => {
    api.answerWith(() => ({ status, text }));
    expect(await failing(listContracts(api.client()))).toMatchObject({
      name: "ApiKeyRefusedError",
    });
  });

  it.each([
    ["seconds", "30", 30_000],
    ["a date", "Thu, 04 Mar 2027 10:02:00 GMT", 120_000],
    ["a date gone by", "Thu, 04 Mar 2027 09:00:00 GMT", 0],
    ["nothing", "", null],
    ["nonsense", "soon", null],
    ["a negative number", "-5", null],
  ])("429 with %s in Retry-After says how long to wait", async (_what, header, retryAfterMs) => {
    api.answerWith(() => ({ status: 429, headers: header ? { "retry-after": header } : {} }));
    expect(await failing(listContracts(api.client()))).toMatchObject({ retryAfterMs });
  });

  it.each([
    ["an HTML page", { text: "<h1>Bad gateway</h1>", headers: { "content-type": "text/html" } }],
    ["HTML called text", { text: "<h1>Bad gateway</h1>" }],
    ["nothing", { text: "" }],
    ["the key", { json: { message: `unknown key ${TOKEN}` } }],
    ["the end of the key", { json: { error: `unknown key …${TOKEN.slice(-14)}` } }],
    [
      "the key in pieces",
      { json: { error: `unknown ${TOKEN.slice(24, 32)} ${TOKEN.slice(32, 44)}` } },
    ],
    ["a foreign token", { text: "no session for eyJhbGciOiJub25lIn0.e30." }],
    ["the password", { json: { message: "too weak: Sommer-2027-Rhein" } }],
    ["an object", { json: { message: { a: 1 } } }],
  ])("shows no words of an answer that is or repeats %s", async (_what, answer) => {
    api.answerWith(() => ({ status: 422, ...answer }));
    const member = {
      email: "a@example.com",
      password: "Sommer-2027-Rhein",
      role: "viewer" as const,
    };
    const error = await failing(createMember(api.client(), "p-1", member));
    expect(error).toMatchObject({ name: "ApiStatusError", apiMessage: null });
  });

  it("shows the API's words on one line, without tricks, and not too many", async () => {
    api.answerWith(() => ({
      status: 409,
      json: { error: { message: `over\u202e\tthe\n limit\u0000 ${"x".repeat(500)}` } },
    }));
    const { apiMessage } = (await failing(listContracts(api.client()))) as ApiError & {
      apiMessage: string;
    };
    expect(apiMessage).toMatch(/^over the limit x+…$/);
    expect(apiMessage).toHaveLength(200);
  });
});

describe("repeating", () => {
  it("reads again after a gateway's fault", async () => {
    let calls = 0;
    api.answerWith(() => (++calls < 3 ? { status: 503 } : { json: [] }));
    expect(await listContracts(api.client({ readRetries: 2 }))).toEqual({
      items: [],
      notUnderstood: 0,
    });
  });

  it("waits as long as the API asks", async () => {
    let calls = 0;
    let waitedMs = 0;
    api.answerWith(() => {
      if (++calls > 1) {
        waitedMs += performance.now();
        return { json: [] };
      }
      waitedMs -= performance.now();
      return { status: 429, headers: { "retry-after": "1" } };
    });
    await listContracts(api.client({ readRetries: 2 }));
    expect(waitedMs).toBeGreaterThan(950);
  });

  it("asks nobody to wait a minute in front of a screen", async () => {
    api.answerWith(() => ({ status: 429, headers: { "retry-after": "60" } }));
    const error = await failing(listContracts(api.client({ readRetries: 2 })));
    expect(error).toMatchObject({ name: "ApiRateLimitedError", retryAfterMs: 60_000 });
    expect(api.received).toHaveLength(1);
  });
});

describe("an answer that does not arrive", () => {
  it.each([
    [true, "unreachable"],
    [false, "offline"],
  ])("with the browser online %s is %s", async (isOnline, cause) => {
    const client = clientAnswering(() => Promise.reject(new TypeError("Failed to fetch")), {
      isOnline: () => isOnline,
    });
    expect(await failing(listContracts(client))).toMatchObject({
      name: "ApiUnreachableError",
      cause,
    });
  });

  it("leaves open whether a write happened when the connection breaks", async () => {
    api.answerWith((_request, response) => {
      response.destroy();
      return undefined;
    });
    expect(await failing(deletePartner(api.client(), "p-1"))).toMatchObject({
      name: "ApiUnreachableError",
      mayHaveHappened: true,
    });
    expect(api.received).toHaveLength(1);
  });

  it.each([
    ["no headers", false],
    ["half a body", true],
  ])("ends at the time limit with %s", async (_what, hasHeaders) => {
    api.answerWith((_request, response) => {
      if (hasHeaders) response.writeHead(200, { "content-type": "application/json" }).write("[");
      return undefined;
    });
    const error = await failing(listContracts(api.client({ timeLimitMs: 100 })));
    expect(error).toMatchObject({ name: "ApiTimeoutError", timeLimitMs: 100 });
  });

  it("ends at the time limit however often it is repeated", async () => {
    api.answerWith(() => ({ status: 503 }));
    const startedMs = performance.now();
    await failing(listContracts(api.client({ timeLimitMs: 500, readRetries: 50 })));
    expect(performance.now() - startedMs).toBeLessThan(1_500);
  });

  it("proves a write cancelled before it left", async () => {
    const error = await failing(deletePartner(api.client(), "p-1", AbortSignal.abort()));
    expect(error).toMatchObject({ name: "ApiCancelledError", mayHaveHappened: false });
    expect(api.received).toEqual([]);
  });

  it("leaves open whether a write happened that was cancelled on its way", async () => {
    const wanted = new AbortController();
    api.answerWith(() => {
      wanted.abort();
      return undefined;
    });
    const error = await failing(deletePartner(api.client(), "p-1", wanted.signal));
    expect(error).toMatchObject({ name: "ApiCancelledError", mayHaveHappened: true });
  });
});

it("settles at once for its caller, even over a fetch that hears no signal", async () => {
  const wanted = new AbortController();
  const client = clientAnswering(() => {
    setTimeout(() => wanted.abort());
    return new Promise(() => {});
  });
  expect(await failing(listContracts(client, wanted.signal))).toMatchObject({
    name: "ApiCancelledError",
  });
});

describe("an answer that is none", () => {
  it.each([
    ["HTML", "content type", { text: "<html>", headers: { "content-type": "text/html" } }],
    ["no content type", "content type", { text: "[]", headers: { "content-type": "" } }],
    [
      "truncated JSON",
      "body",
      { text: '[{"id":', headers: { "content-type": "application/json" } },
    ],
    ["nothing", "body", { text: "", headers: { "content-type": "application/json" } }],
    ["an object in place of the list", "answer", { json: { message: "moved" } }],
    ["a text in place of the list", "answer", { json: "[]" }],
  ])("%s is not understood at %s", async (_what, field, answer) => {
    api.answerWith(() => answer);
    expect(await failing(listContracts(api.client()))).toMatchObject({
      name: "ApiAnswerError",
      field,
      operation: "GET /contract/list",
    });
  });

  it("is not understood when its bytes are no UTF-8", async () => {
    const client = clientAnswering(
      () => new Response(Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d), { headers: JSON_TYPE }),
    );
    expect(await failing(listContracts(client))).toMatchObject({ field: "body" });
  });

  it("is not understood when it nests without end", async () => {
    const client = clientAnswering(() => json(`${"[".repeat(1_000_000)}`));
    expect(await failing(listContracts(client))).toMatchObject({ field: "body" });
  });

  it("leaves open whether the write happened", async () => {
    api.answerWith(() => ({ status: 201, json: {} }));
    const member = { email: "a@example.com", password: "Geheim-2027", role: "viewer" as const };
    expect(await failing(createMember(api.client(), "p-1", member))).toMatchObject({
      name: "ApiAnswerError",
      mayHaveHappened: true,
    });
  });

  it("may be anything after a deletion that succeeded", async () => {
    api.answerWith(() => ({ text: "<p>gone</p>", headers: { "content-type": "text/html" } }));
    expect(await deletePartner(api.client(), "p-1")).toBeUndefined();
  });
});

describe("an answer without end", () => {
  it.each<[string, number, (client: ApiClient) => Promise<unknown>]>([
    ["2 MiB where one thing is asked for", 2, (client) => getPartner(client, "p-1")],
    ["16 MiB where contracts are asked for", 16, (client) => listContracts(client)],
    ["16 MiB where partners are asked for", 16, (client) => listPartners(client, "c-1")],
    ["16 MiB where accounts are asked for", 16, (client) => listStorageAccounts(client, "p-1")],
    ["16 MiB where one's own accounts are", 16, (client) => listOwnStorageAccounts(client)],
  ])("is read to %s, and no further", async (_, limitMiB, call) => {
    let sentBytes = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sentBytes += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const client = clientAnswering(() => new Response(endless, { headers: JSON_TYPE }));

    expect(await failing(call(client))).toMatchObject({
      name: "ApiAnswerTooLargeError",
      limitBytes: limitMiB * 1024 * 1024,
    });
    expect(sentBytes).toBeLessThan((limitMiB + 1) * 1024 * 1024);
  });

  it("is named even where the browser hides why reading stopped", async () => {
    // As Chromium does: the stream's own error never comes out of the body.
    const hiding = (response: Response) =>
      Object.defineProperty(response, "arrayBuffer", {
        value: () => response.text().catch(() => Promise.reject(new TypeError("Failed to fetch"))),
      });
    const original = globalThis.Response;
    const Hiding = new Proxy(original, {
      construct: (target, args) => hiding(Reflect.construct(target, args)),
    });
    globalThis.Response = Hiding;
    try {
      const large = () =>
        new original(new Uint8Array(3 * 1024 * 1024).fill(0x20), { headers: JSON_TYPE });
      expect(await failing(getPartner(clientAnswering(large), "p-1"))).toMatchObject({
        name: "ApiAnswerTooLargeError",
      });
    } finally {
      globalThis.Response = original;
    }
  });

  it("is no obstacle to saying what went wrong", async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)),
    });
    const client = clientAnswering(() => new Response(endless, { status: 500 }));
    expect(await failing(listContracts(client))).toMatchObject({ name: "ApiFaultError" });
  });

  it("has room for far more than 10,000 partners", async () => {
    const partners = Array.from({ length: 40_000 }, (_, at) => ({
      id: crypto.randomUUID(),
      name: `Storage House ${at}`,
      details: "Managed backup",
      distributorContractId: "5b0e3c1a-8f0f-4a35-9d61-3a3b7c9d1e2f",
      allocatedCapacity: 40_000_000_000_000,
      allowOverdraft: true,
    }));
    const { items } = await listPartners(
      clientAnswering(() => json(partners)),
      "c-1",
    );
    expect(items).toHaveLength(40_000);
  });

  it("may be 10 MiB where usage is asked for", async () => {
    const days = Array.from({ length: 160_000 }, () => ({
      date: "2027-02-01",
      usage: 5_000_000_000_000,
      allocated_capacity: 0,
    }));
    const client = clientAnswering(() => json([{ client_id: "1", daily_usage: days }]));
    const { items } = await listOwnUsage(client, { from: "2027-02-01", to: "2027-02-02" });
    expect(items[0]?.days.value?.items).toHaveLength(160_000);
  });
});

it("keeps the key out of every error", async () => {
  const answers: (() => Response | Promise<Response>)[] = [
    () => Promise.reject(new TypeError(`Failed to fetch with ${TOKEN}`)),
    () => Promise.reject(new Error(TOKEN)),
    () => json({ message: TOKEN }, { status: 400 }),
    () => json({ error: TOKEN }, { status: 500 }),
    () => json(`"${TOKEN}`),
    () => new Response(TOKEN, { headers: { "content-type": TOKEN } }),
  ];
  for (const answer of answers) {
    const error = await failing(listContracts(clientAnswering(answer)));
    const told = JSON.stringify({ ...error, message: error.message, cause: error.cause });
    expect(told).not.toContain(TOKEN.slice(0, 12));
  }
});

it("lets what the vault says about the key through unchanged", async () => {
  class VaultLockedError extends Error {}
  const client = api.client({ readToken: () => Promise.reject(new VaultLockedError()) });
  await expect(listContracts(client)).rejects.toBeInstanceOf(VaultLockedError);
});

const JSON_TYPE = { "content-type": "application/json" };

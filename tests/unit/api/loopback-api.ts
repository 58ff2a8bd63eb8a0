import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ApiClientOptions, createApiClient } from "../../../lib/api/client";

export interface ReceivedRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: unknown;
}

export type Answer = (
  request: ReceivedRequest,
  response: ServerResponse,
) =>
  | undefined
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string };

/** A real HTTP server on loopback, and a `fetch` that sends what is meant for the API there. */
export async function startLoopbackApi() {
  const received: ReceivedRequest[] = [];
  const hosts: string[] = [];
  let answer: Answer = () => ({ json: [] });

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks).toString();
    const url = new URL(incoming.url ?? "", "http://loopback");
    const request = {
      method: incoming.method ?? "",
      path: (incoming.url ?? "").split("?")[0] ?? "",
      query: Object.fromEntries(url.searchParams),
      headers: incoming.headers,
      body: sent === "" ? undefined : JSON.parse(sent),
    };
    received.push(request);
    const plan = answer(request, response);
    if (!plan) return;
    const isJson = "json" in plan;
    response.writeHead(plan.status ?? 200, {
      "content-type": isJson ? "application/json" : "text/plain",
      ...plan.headers,
    });
    response.end(isJson ? JSON.stringify(plan.json) : plan.text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const toLoopback = (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    hosts.push(url.origin);
    const address = `http://127.0.0.1:${port}${url.pathname}${url.search}`;
    // The signal by name: Node forgets one that only a collected `Request` follows.
    return fetch(new Request(address, request.clone()), { signal: request.signal });
  };

  return {
    received,
    /** Origins the client asked for. */
    hosts,
    fetch: toLoopback,
    answerWith(next: Answer) {
      answer = next;
      received.length = 0;
      hosts.length = 0;
    },
    client: (options: Partial<ApiClientOptions> = {}) =>
      createApiClient({ ...DEFAULTS, fetch: toLoopback, ...options }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const TOKEN =
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkaXN0cmlidXRvciJ9.c2lnbmF0dXJlLW9mLXRoZS1rZXk";
const NOW_MS = Date.UTC(2027, 2, 4, 10);

const DEFAULTS = {
  apiHost: "api.partner.impossiblecloud.com",
  readToken: () => TOKEN,
  isOnline: () => true,
  nowMs: () => NOW_MS,
  timeLimitMs: 5_000,
  readRetries: 0,
} as const;

/** A client whose `fetch` answers with the given `Response`, without a server. */
export function clientAnswering(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ApiClientOptions> = {},
) {
  return createApiClient({ ...DEFAULTS, fetch: async (request) => answer(request), ...options });
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(typeof body === "string" ? body : JSON.stringify(body), {
    ...init,
    headers: { "content-type": "application/json", ...init.headers },
  });
}

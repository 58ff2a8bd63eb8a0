import { request as httpsRequest } from "node:https";
import { createApiClient } from "../../../lib/api/client";
import type { Network } from "../../../lib/tasks/key-client";
import type { Vault } from "../../../lib/vault/vault";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { factsOf, newPlace, PASSPHRASE } from "../vault/place";

export const NOW_MS = Date.parse("2026-11-23T12:00:00Z");

/** A real vault with a distributor's and a partner's key, before the local ICMC. */
export async function icmcWorld() {
  const icmc = await startIcmc({ nowMs: () => NOW_MS });
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  const network: Network = {
    fetch: (request) => toLoopback(icmc, request),
    isOnline: () => true,
    nowMs: () => NOW_MS,
  };
  const issue = (kind: "distributor" | "partner") =>
    icmc.control.issue({ description: kind, validUntilMs: null, kind }).token;
  const keep = async (token: string, kind: string) => (await vault.addKey(token, factsOf(kind))).id;
  const tokens = { distributor: issue("distributor"), partner: issue("partner") };
  return {
    icmc,
    vault: vault as Vault,
    network,
    keyId: await keep(tokens.distributor, "distributor"),
    partnerKeyId: await keep(tokens.partner, "partner"),
    client: (
      kind: "distributor" | "partner" = "distributor",
      readToken = (token: string) => token,
    ) =>
      createApiClient({
        apiHost: "api.partner.impossiblecloud.com",
        readToken: async () => readToken(tokens[kind]),
        readRetries: 0,
        timeLimitMs: 3_000,
        ...network,
      }),
    close: () => icmc.close(),
  };
}

/** What a browser's `fetch` does, with the API's host on loopback. */
async function toLoopback(icmc: Icmc, request: Request): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  const body = request.body === null ? undefined : await request.text();
  return new Promise((resolve, reject) => {
    const asked = httpsRequest(
      {
        host: "127.0.0.1",
        port: icmc.port,
        servername: host,
        // Self-signed, and made anew at each start.
        rejectUnauthorized: false,
        method: request.method,
        path: pathname + search,
        headers: { ...Object.fromEntries(request.headers), host },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", () => reject(new TypeError("fetch failed")));
        response.on("end", () => {
          const status = response.statusCode ?? 0;
          const headers = new Headers();
          for (const [name, value] of Object.entries(response.headers))
            headers.set(name, String(value));
          resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers }));
        });
      },
    );
    request.signal.addEventListener("abort", () => {
      asked.destroy();
      reject(new DOMException("aborted", "AbortError"));
    });
    asked.on("error", () => reject(new TypeError("fetch failed")));
    asked.end(body);
  });
}

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type Answer, answerOf } from "./answer.ts";
import { type ApiRequest, answerApi, matchOf } from "./api/answer-api.ts";
import { selfSignedCertificate } from "./certificate.ts";
import { answerConsole, INTERNAL_ROOT } from "./console/answer-console.ts";
import { staticFile } from "./console/front-end.ts";
import { Sessions } from "./console/sessions.ts";
import { type ConsoleSettings, DEFAULT_SETTINGS } from "./console/settings.ts";
import { type Control, createControl, type SeenRequest } from "./control.ts";
import { Faults } from "./faults.ts";
import { seededRandom } from "./random.ts";
import { seededState } from "./seed.ts";
import { sendAnswer, sendText } from "./send-answer.ts";
import type { IcmcState } from "./state.ts";
import { variantNamed } from "./variants/all.ts";
import { variantFolder } from "./variants/build.ts";

const CONSOLE_HOST = "partner.impossiblecloud.com";
export const API_HOSTS = [
  "api.partner.impossiblecloud.com",
  "api.partner.eu-central-2.impossiblecloud.com",
  "api.partner.eu-west-1.impossiblecloud.com",
];

export interface IcmcOptions {
  /** The same seed gives the same companies, ids and usage. Tokens differ: their secret is made at start. */
  seed?: string;
  /** 0, the default, takes a free one. */
  port?: number;
  /** The server's clock. */
  nowMs?: () => number;
  /** Which front-end under `variants/` is served, in its own language unless the settings say more. */
  variant?: string;
  settings?: Partial<ConsoleSettings>;
}

export interface Icmc {
  port: number;
  /** The console under its real host name; reachable by a browser that maps the host to `port`. */
  url: string;
  state: IcmcState;
  control: Control;
  close(): Promise<void>;
}

/** Starts console and API on loopback, both under their real host names. */
export async function startIcmc(options: IcmcOptions = {}): Promise<Icmc> {
  const { seed = "icmc", port = 0, nowMs = Date.now, variant = "house" } = options;
  const folder = await variantFolder(variant);
  const secret = randomBytes(32);
  const random = seededRandom(`${seed} at run time`);
  const state = seededState(seed, nowMs(), secret);
  const sessions = new Sessions();
  const language = variantNamed(variant)?.language ?? DEFAULT_SETTINGS.language;
  const settings = { ...DEFAULT_SETTINGS, language, ...options.settings };
  const faults = new Faults();
  const seen: SeenRequest[] = [];
  const control = createControl({ state, sessions, settings, faults, seen, random, secret, nowMs });

  const { cert, key } = selfSignedCertificate([CONSOLE_HOST, ...API_HOSTS], Date.now());
  const server = createServer({ cert, key }, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      process.stderr.write(`local ICMC: ${error instanceof Error ? error.stack : error}\n`);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "text/plain", "the local ICMC has a fault");
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const url = new URL(request.url ?? "/", `https://${host || "localhost"}`);
    const method = request.method ?? "GET";
    const note = (operation: string) =>
      seen.push({
        host,
        operation,
        url: url.href,
        authorization: request.headers.authorization ?? null,
        origin: request.headers.origin ?? null,
        atMs: nowMs(),
      });

    if (API_HOSTS.includes(host)) {
      const call: ApiRequest = {
        method,
        url,
        authorization: request.headers.authorization ?? null,
        text: await textOf(request),
      };
      const operation = matchOf(call)?.operation.name ?? `${method} ${url.pathname}`;
      note(operation);
      await sendAnswer(response, faults.take("api", operation), () =>
        answerOf(() => answerApi(call, { state, secret, random, nowMs: nowMs() })),
      );
    } else if (host !== CONSOLE_HOST) {
      note(`${method} ${url.pathname}`);
      sendText(response, 200, "application/json", "{}");
    } else if (url.pathname.startsWith(`${INTERNAL_ROOT}/`)) {
      const path = url.pathname.slice(INTERNAL_ROOT.length);
      const text = await textOf(request);
      const cookies = request.headers.cookie ?? null;
      const operation = `${method} ${url.pathname}`;
      note(operation);
      const answer = (): Promise<Answer> =>
        answerOf(() =>
          answerConsole(
            { method, path, cookies, text },
            { state, sessions, settings, secret, random, nowMs: nowMs() },
          ),
        );
      await sendAnswer(response, faults.take("console", operation), answer);
    } else {
      await sendFile(response, folder, url.pathname);
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    url: `https://${CONSOLE_HOST}`,
    state,
    control,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = await staticFile(folder, path);
  if (!file) return sendText(response, 404, "text/plain", "not found");
  response
    .writeHead(200, {
      "content-type": file.contentType,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy":
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'",
    })
    .end(file.bytes);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

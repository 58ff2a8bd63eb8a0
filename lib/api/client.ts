import ky, { HTTPError, NetworkError } from "ky";
import { UnreadableAnswer } from "./answer";
import { ApiCancelledError, ApiError, type ApiFailure, ApiRequestError } from "./api-error";
import { type ApiHost, isApiHost } from "./api-host";
import type { ApiPath } from "./api-path";
import { failureOf } from "./failure";
import { type Fetch, guardedFetch, type Watch } from "./guarded-fetch";
import { retryAfterMs } from "./retry-after";
import { unlessAborted } from "./unless-aborted";

const TIME_LIMIT_MS = 15_000;
/** Most an answer may have, unless the call is known to be larger. */
const ANSWER_LIMIT_BYTES = 2 * 1024 * 1024;
/** A list has some 220 bytes for each partner, so this holds more than 70,000 of them. */
export const LIST_LIMIT_BYTES = 16 * 1024 * 1024;
/** Longer than this nobody waits in front of a screen: the caller is told instead. */
const LONGEST_WAIT_MS = 5_000;

export interface ApiClientOptions {
  /** Host the key is bound to; it is never sent to another one. */
  apiHost: ApiHost;
  /** Opens the token at the moment of use; what it throws (a locked vault) passes through unchanged. */
  readToken: () => string | Promise<string>;
  fetch: Fetch;
  /** `navigator.onLine`, asked only after a failure: where it says offline, loopback may still work. */
  isOnline: () => boolean;
  nowMs: () => number;
  /** Over everything, body and repetitions included. */
  timeLimitMs?: number;
  /** How often a read is repeated after a lost connection, 429, 502, 503 or 504. Writes never are. */
  readRetries?: number;
}

export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: ApiPath;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Passwords in `body`: an answer that repeats one is not shown. */
  secrets?: readonly string[];
  answerLimitBytes?: number;
}

/** Everything below throws subclasses of {@link ApiError}. */
export interface ApiClient {
  readonly apiHost: ApiHost;
  /** @param parse - Gets the JSON as it came; throws `UnreadableAnswer` for a wrong container. */
  ask<T>(request: ApiRequest, parse: (answer: unknown) => T, signal?: AbortSignal): Promise<T>;
  /** For calls that answer with nothing: any success will do, its body is not looked at. */
  tell(request: ApiRequest, signal?: AbortSignal): Promise<void>;
}

/** @throws {@link ApiRequestError} for a host that is not on the list. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  if (!isApiHost(options.apiHost)) throw new ApiRequestError("host");
  return {
    apiHost: options.apiHost,
    ask: (request, parse, signal) =>
      send(options, request, true, (body) => parse(readJson(body)), signal),
    tell: (request, signal) => send(options, request, false, () => undefined, signal),
  };
}

async function send<T>(
  options: ApiClientOptions,
  request: ApiRequest,
  expectsJson: boolean,
  read: (body: ArrayBuffer) => T,
  signal: AbortSignal | undefined,
): Promise<T> {
  const { timeLimitMs = TIME_LIMIT_MS, readRetries = 2, fetch } = options;
  const operation = `${request.method} ${request.path.shape}`;
  const isWrite = request.method !== "GET";
  const watch: Watch = { isSent: false, stoppedAtBytes: null };
  const failure = (): ApiFailure => ({ operation, mayHaveHappened: isWrite && watch.isSent });

  const token = await options.readToken();
  // Browsers name a malformed header's value in the exception; so it never gets that far.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new ApiRequestError("token", operation);
  if (signal?.aborted) throw new ApiCancelledError(failure());
  const url = addressOf(options.apiHost, request, operation);

  try {
    const answer = ky(url, {
      method: request.method,
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      ...(request.body === undefined ? {} : { json: request.body }),
      ...(signal === undefined ? {} : { signal }),
      redirect: "error",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      fetch: guardedFetch(
        fetch,
        { expectsJson, limitBytes: request.answerLimitBytes ?? ANSWER_LIMIT_BYTES },
        watch,
      ) as (input: unknown) => Promise<Response>,
      timeout: false,
      totalTimeout: timeLimitMs,
      retry: {
        limit: isWrite ? 0 : readRetries,
        methods: ["get"],
        statusCodes: [429, 502, 503, 504],
        afterStatusCodes: [429, 503],
        maxRetryAfter: LONGEST_WAIT_MS,
        jitter: (delayMs) => delayMs * (0.75 + Math.random() / 2),
        shouldRetry: ({ error }) => isWorthRepeating(error, options),
      },
    }).arrayBuffer();
    return read(await unlessAborted(answer, signal));
  } catch (error) {
    if (signal?.aborted) throw new ApiCancelledError(failure());
    throw failureOf(error, {
      ...failure(),
      timeLimitMs,
      stoppedAtBytes: watch.stoppedAtBytes,
      isOnline: options.isOnline(),
      nowMs: options.nowMs(),
      secrets: [token, ...(request.secrets ?? [])],
    });
  }
}

/** `undefined` leaves the decision to `ky` and the lists above. */
function isWorthRepeating(error: Error, options: ApiClientOptions): false | undefined {
  if (error instanceof NetworkError && !options.isOnline()) return false;
  if (!(error instanceof HTTPError)) return undefined;
  const waitMs = retryAfterMs(error.response.headers.get("retry-after"), options.nowMs());
  return waitMs !== null && waitMs > LONGEST_WAIT_MS ? false : undefined;
}

function addressOf(apiHost: ApiHost, { path, query }: ApiRequest, operation: string): URL {
  const url = new URL(`https://${apiHost}/v1${path.encoded}`);
  const isIntact = url.host === apiHost && url.pathname === `/v1${path.encoded}`;
  if (!isIntact || url.search !== "" || url.hash !== "") {
    throw new ApiRequestError("path-segment", operation);
  }
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

function readJson(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    // `TypeError` for bytes that are no UTF-8, `SyntaxError` for text that is no JSON, and
    // `InternalError` in Firefox for nesting without end: one and the same to us.
    if (cause instanceof Error) throw new UnreadableAnswer("body");
    throw cause;
  }
}

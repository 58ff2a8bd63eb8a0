import { type Answer, Refusal } from "../answer.ts";
import { Body } from "../body.ts";
import type { Random } from "../random.ts";
import type { IcmcState, Organisation } from "../state.ts";
import { whoCalls } from "../tokens.ts";
import type { Call, Operation } from "./call.ts";
import { type Match, operationFor } from "./operations.ts";

/** Where every path of the API begins. */
const API_ROOT = "/v1";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface ApiRequest {
  method: string;
  url: URL;
  authorization: string | null;
  /** Undecoded body. */
  text: string;
}

export interface ApiWorld {
  state: IcmcState;
  secret: Uint8Array;
  random: Random;
  nowMs: number;
}

/** The operation a request names, whether or not it may be called; `null` for an unknown path. */
export function matchOf({ method, url }: ApiRequest): Match | null {
  return url.pathname.startsWith(`${API_ROOT}/`)
    ? operationFor(method, url.pathname.slice(API_ROOT.length))
    : null;
}

/** Authenticates, checks the path's ids and lets the operation answer. @throws {@link Refusal} */
export function answerApi(request: ApiRequest, world: ApiWorld): Answer {
  const match = matchOf(request);
  if (!match) throw new Refusal(404, "not found");
  const { operation, parameters } = match;
  const caller = callerOf(operation, request, world);
  for (const name of operation.uuids ?? []) {
    if (!UUID.test(parameters.get(name) ?? "")) throw new Refusal(400, `${name} must be a UUID`);
  }
  const call: Call = {
    state: world.state,
    caller,
    parameter: (name) => {
      const value = parameters.get(name);
      if (value === undefined) throw new Error(`${operation.name} has no ${name}`);
      return value;
    },
    query: request.url.searchParams,
    body: () => Body.parse(request.text),
    nowMs: world.nowMs,
    random: world.random,
  };
  return operation.handle(call);
}

function callerOf(
  operation: Operation,
  { authorization }: ApiRequest,
  { state, secret, nowMs }: ApiWorld,
): Organisation {
  if (operation.role === "anyone") {
    const [anybody] = state.organisations;
    if (!anybody) throw new Error("the state has no organisation");
    return anybody;
  }
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (!token) throw new Refusal(401, "Authorization header is missing");
  const caller = whoCalls(state, token, secret, nowMs);
  if (!caller) throw new Refusal(401, "API key is invalid or has expired");
  if (caller.kind !== operation.role) {
    throw new Refusal(403, `this operation needs the key of a ${operation.role}`);
  }
  return caller;
}

import { type Answer, noContent, ok, Refusal } from "../answer.ts";
import { Body } from "../body.ts";
import type { Random } from "../random.ts";
import type { IcmcState, Organisation, User } from "../state.ts";
import { createKey, deleteKey, keysOf } from "./api-keys.ts";
import { membersOf, overviewOf, partnersOf } from "./overview.ts";
import type { Sessions } from "./sessions.ts";
import type { ConsoleSettings } from "./settings.ts";

/** Where every path of the console's own backend begins. */
export const INTERNAL_ROOT = "/internal";

export interface ConsoleRequest {
  method: string;
  /** Below `INTERNAL_ROOT`, such as `/api-keys`. */
  path: string;
  cookies: string | null;
  text: string;
}

export interface ConsoleWorld {
  state: IcmcState;
  sessions: Sessions;
  settings: ConsoleSettings;
  secret: Uint8Array;
  random: Random;
  nowMs: number;
}

export interface SignedIn {
  user: User;
  organisation: Organisation;
}

/** The console's backend: everything its pages show and do. @throws {@link Refusal} */
export function answerConsole(request: ConsoleRequest, world: ConsoleWorld): Answer {
  const name = `${request.method} ${request.path}`;
  if (name === "GET /settings") return ok(world.settings);
  if (name === "POST /session") return signIn(request, world);
  if (name === "DELETE /session") {
    return { ...noContent(), headers: { "set-cookie": world.sessions.end(request.cookies) } };
  }
  if (name === "GET /session") return ok(sessionOrNull(request, world));
  const who = signedIn(request, world);
  switch (name) {
    case "GET /overview":
      return ok(overviewOf(who, world));
    case "GET /partners":
      return ok(partnersOf(who, world));
    case "GET /members":
      return ok(membersOf(who, world));
    case "GET /api-keys":
      return ok(keysOf(who, world));
    case "POST /api-keys":
      return createKey(Body.parse(request.text), who, world);
  }
  const keyId = /^DELETE \/api-keys\/([^/]+)$/.exec(name)?.[1];
  if (keyId) return deleteKey(keyId, who, world);
  throw new Refusal(404, "not found");
}

function signIn(request: ConsoleRequest, { state, sessions, nowMs }: ConsoleWorld): Answer {
  const body = Body.parse(request.text);
  const email = body.text("email").toLowerCase();
  const password = body.text("password");
  const user = state.users.find((one) => one.email === email && one.password === password);
  if (!user) throw new Refusal(401, "E-mail address or password is wrong");
  const cookie = sessions.start(user.id, nowMs);
  return { ...ok(sessionOnWire(personOf(user, state))), headers: { "set-cookie": cookie } };
}

/** Asking who is signed in is no mistake, so the answer to strangers is `null` and not an error. */
function sessionOrNull(request: ConsoleRequest, world: ConsoleWorld) {
  const user = userOf(request, world);
  return user ? sessionOnWire(personOf(user, world.state)) : null;
}

function signedIn(request: ConsoleRequest, world: ConsoleWorld): SignedIn {
  const user = userOf(request, world);
  if (!user) throw new Refusal(401, "Please sign in");
  return personOf(user, world.state);
}

function userOf(
  { cookies }: ConsoleRequest,
  { state, sessions, settings, nowMs }: ConsoleWorld,
): User | undefined {
  const userId = sessions.userId(cookies, nowMs, settings.idleMs);
  return state.users.find((one) => one.id === userId);
}

function personOf(user: User, state: IcmcState): SignedIn {
  const organisation = state.organisations.find(({ id }) => id === user.organisationId);
  if (!organisation) throw new Error(`${user.email} belongs to no organisation`);
  return { user, organisation };
}

function sessionOnWire({ user, organisation }: SignedIn) {
  return {
    user: { name: user.name, email: user.email, role: user.role },
    organisation: { name: organisation.name, kind: organisation.kind },
  };
}

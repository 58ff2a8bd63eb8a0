import { type Answer, created, noContent, Refusal } from "../answer.ts";
import type { Body } from "../body.ts";
import { issueKey } from "../issue-key.ts";
import type { IcmcState, IssuedKey, Organisation } from "../state.ts";
import type { ConsoleWorld, SignedIn } from "./answer-console.ts";

const MAX_DESCRIPTION = 100;

/** Newest first, the way the page opens. */
export function keysOf(who: SignedIn, { state }: ConsoleWorld) {
  return livingKeys(state, allowed(who)).map(keyOnWire);
}

/** The one answer that carries the token. */
export function createKey(body: Body, who: SignedIn, world: ConsoleWorld): Answer {
  const organisation = allowed(who);
  const description = body.text("description");
  if (description.length > MAX_DESCRIPTION) {
    throw new Refusal(400, `The description can have up to ${MAX_DESCRIPTION} characters`);
  }
  const key = issueKey(
    world.state,
    {
      organisationId: organisation.id,
      ownerId: who.user.id,
      description,
      createdAtMs: world.nowMs,
      validUntilMs: endOf(body, world.nowMs),
    },
    world.random,
    world.secret,
  );
  return created({ ...keyOnWire(key), token: key.token });
}

export function deleteKey(id: string, who: SignedIn, { state, nowMs }: ConsoleWorld): Answer {
  const key = livingKeys(state, allowed(who)).find((one) => one.id === id);
  if (!key) throw new Refusal(404, "This API key does not exist any more");
  key.deletedAtMs = nowMs;
  return noContent();
}

function allowed({ user, organisation }: SignedIn): Organisation {
  if (user.role === "viewer") throw new Refusal(403, "Your role does not allow managing API keys");
  return organisation;
}

function livingKeys(state: IcmcState, { id }: Organisation): IssuedKey[] {
  return state.apiKeys
    .filter((key) => key.organisationId === id && key.deletedAtMs === null)
    .sort((a, b) => b.createdAtMs - a.createdAtMs);
}

/** `null` means a key without an end: the house front-end does not offer it, others may. */
function endOf(body: Body, nowMs: number): number | null {
  if (body.isNull("validUntil")) return null;
  const ms = Date.parse(body.text("validUntil"));
  if (Number.isNaN(ms)) throw new Refusal(400, "The expiration date cannot be read");
  if (ms <= nowMs) throw new Refusal(400, "The expiration date must be in the future");
  return ms;
}

function keyOnWire(key: IssuedKey) {
  return {
    id: key.id,
    description: key.description,
    createdAt: new Date(key.createdAtMs).toISOString(),
    validUntil: key.validUntilMs === null ? null : new Date(key.validUntilMs).toISOString(),
  };
}

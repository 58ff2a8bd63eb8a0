import type { Random } from "./random.ts";
import type { IcmcState, IssuedKey } from "./state.ts";
import { signToken } from "./tokens.ts";

export interface KeyOrder {
  organisationId: string;
  ownerId: string;
  description: string;
  createdAtMs: number;
  validUntilMs: number | null;
}

/** Adds a key to the state and returns it with its token. The console's times have whole seconds. */
export function issueKey(
  state: IcmcState,
  order: KeyOrder,
  random: Random,
  secret: Uint8Array,
): IssuedKey {
  const untold = {
    ...order,
    id: random.uuid(),
    createdAtMs: wholeSecond(order.createdAtMs),
    validUntilMs: order.validUntilMs === null ? null : wholeSecond(order.validUntilMs),
    deletedAtMs: null,
  };
  const key = { ...untold, token: signToken(untold, secret) };
  state.apiKeys.push(key);
  return key;
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

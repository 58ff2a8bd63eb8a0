import type { Answer } from "../answer.ts";
import type { Body } from "../body.ts";
import type { Random } from "../random.ts";
import type { IcmcState, Organisation, OrganisationKind } from "../state.ts";

/** One authenticated API request, as a handler sees it. */
export interface Call {
  state: IcmcState;
  /** Who the key belongs to. Operations open to everyone get the first organisation. */
  caller: Organisation;
  /** A path parameter, decoded. Every name in the operation's path is present. */
  parameter(name: string): string;
  query: URLSearchParams;
  body(): Body;
  nowMs: number;
  /** Ids made at run time come from here. */
  random: Random;
}

export interface Operation {
  /** Method and path as the API's description spells them, such as `GET /partner/{partnerID}`. */
  name: string;
  /** Whose keys open it; `anyone`: no key needed. */
  role: OrganisationKind | "anyone";
  /** Path parameters that must be UUIDs. */
  uuids?: readonly string[];
  handle(call: Call): Answer;
}

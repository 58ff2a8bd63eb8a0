import type { Sessions } from "./console/sessions.ts";
import type { ConsoleSettings } from "./console/settings.ts";
import type { Fault, FaultScope, Faults } from "./faults.ts";
import { issueKey } from "./issue-key.ts";
import type { Random } from "./random.ts";
import type { IcmcState, IssuedKey, OrganisationKind, Role } from "./state.ts";

/** One request that reached the server. */
export interface SeenRequest {
  host: string;
  /** `GET /contract/list`, `POST /internal/api-keys`, or method and path where nothing is known. */
  operation: string;
  url: string;
  authorization: string | null;
  origin: string | null;
  atMs: number;
}

/** The strings behind the stage, held by the test process only; no page can reach them. */
export interface Control {
  /** From now on requests in `scope` (the API unless told) end this way; `times` (for ever unless told). */
  fault(fault: Fault, options?: { scope?: FaultScope; times?: number }): void;
  clearFaults(): void;
  /** Ends every session of the console; the pages find out at their next request. */
  signOutAll(): void;
  /** Gives the person who signs in with the demo login another role. */
  setRole(role: Role): void;
  /** Live: changes show at the front-end's next load. */
  settings: ConsoleSettings;
  /** Every key ever issued, with its token, oldest first; deleted ones included. */
  issuedKeys(): readonly IssuedKey[];
  /** A key made behind the console's back. `validUntilMs: null` makes one without an end. */
  issue(key: {
    description: string;
    validUntilMs: number | null;
    createdAtMs?: number;
    kind?: OrganisationKind;
  }): IssuedKey;
  /** What was asked, oldest first. Files of the front-end are not listed. */
  requests(): readonly SeenRequest[];
  /** How often an operation was asked for. */
  count(operation: string): number;
  forgetRequests(): void;
}

export interface ControlledWorld {
  state: IcmcState;
  sessions: Sessions;
  settings: ConsoleSettings;
  faults: Faults;
  seen: SeenRequest[];
  random: Random;
  secret: Uint8Array;
  nowMs(): number;
}

export function createControl(world: ControlledWorld): Control {
  const { state, sessions, settings, faults, seen, random, secret, nowMs } = world;
  return {
    fault: (fault, { scope = "api", times = Number.POSITIVE_INFINITY } = {}) =>
      faults.set(fault, scope, times),
    clearFaults: () => faults.clear(),
    signOutAll: () => sessions.endAll(),
    setRole: (role) => {
      const user = state.users.find(({ email }) => email === settings.demoLogin?.email);
      if (!user) throw new Error("there is no demo login");
      user.role = role;
    },
    settings,
    issuedKeys: () => state.apiKeys,
    issue: ({ description, validUntilMs, createdAtMs = nowMs(), kind = "distributor" }) => {
      const organisation = state.organisations.find((one) => one.kind === kind);
      const owner = state.users.find((user) => user.organisationId === organisation?.id);
      if (!organisation || !owner) throw new Error(`the state has no ${kind}`);
      const order = {
        organisationId: organisation.id,
        ownerId: owner.id,
        description,
        createdAtMs,
        validUntilMs,
      };
      return issueKey(state, order, random, secret);
    },
    requests: () => seen,
    count: (operation) => seen.filter((request) => request.operation === operation).length,
    forgetRequests: () => {
      seen.length = 0;
    },
  };
}

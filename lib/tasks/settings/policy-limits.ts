import type { Policy } from "./policy";

/** What may be forbidden, in {@link SetByOrganisationError}. */
export type Forbidden = "lock" | "backup" | "copy" | "write" | "passkey" | "key-life" | "host";

/** The person's organisation forbids it. `field` says what. */
export class SetByOrganisationError extends Error {
  override name = "SetByOrganisationError";
  readonly field: Forbidden;
  constructor(field: Forbidden) {
    super(`the organisation's policy forbids it: ${field}`);
    this.field = field;
  }
}

const DAY_MS = 86_400_000;
/** Ends are rounded to the minute, and the form was filled in a while before. */
const LENIENCE_MS = 10 * 60_000;

const SWITCHES = {
  backup: "forbidsBackup",
  copy: "forbidsCopy",
  write: "isReadOnly",
  passkey: "forbidsPasskey",
} as const satisfies Partial<Record<Forbidden, keyof Policy>>;

/** @throws {@link SetByOrganisationError} */
export function requireAllowed(policy: Policy, what: keyof typeof SWITCHES): void {
  if (policy[SWITCHES[what]]) throw new SetByOrganisationError(what);
}

/** @throws {@link SetByOrganisationError} for a time other than the one that was decided. */
export function requireFreeLockTime({ lockMinutes }: Policy): void {
  if (lockMinutes !== null) throw new SetByOrganisationError("lock");
}

/** @throws {@link SetByOrganisationError} for an end that lies too far ahead. */
export function requireKeyLife(policy: Policy, endMs: number, nowMs: number): void {
  if (isKeyLifeTooLong(policy, endMs, nowMs)) throw new SetByOrganisationError("key-life");
}

export function isKeyLifeTooLong(
  { longestKeyDays }: Pick<Policy, "longestKeyDays">,
  endMs: number,
  nowMs: number,
): boolean {
  return longestKeyDays !== null && endMs - nowMs > longestKeyDays * DAY_MS + LENIENCE_MS;
}

/** @throws {@link SetByOrganisationError} for a host that is not on the organisation's list. */
export function requireHost({ allowedApiHosts }: Policy, host: string): void {
  if (allowedApiHosts !== null && !allowedApiHosts.includes(host))
    throw new SetByOrganisationError("host");
}

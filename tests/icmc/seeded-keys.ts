import type { KeyOrder } from "./issue-key.ts";
import type { IcmcState } from "./state.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Description, days since creation, hours until the end (`null`: no end). One of every badge state. */
const DISTRIBUTOR_KEYS: readonly [string, number, number | null][] = [
  ["Billing export", 154, 212 * 24 + 5],
  ["Veeam onboarding script", 61, 121 * 24 + 9],
  ["Partner portal (production)", 353, 12 * 24 + 3],
  ["Capacity report, weekly", 87, 3 * 24 + 7],
  ["Monitoring probe", 90, 15],
  ["Terraform pipeline", 183, -3 * 24 - 6],
  ["Trial import", 421, -56 * 24],
  ["Disaster recovery, sealed envelope", 498, null],
  ["ServiceNow connector", 18, 347 * 24 + 2],
];

const PARTNER_KEYS: readonly [string, number, number | null][] = [
  ["Backup host 1", 40, 140 * 24],
  ["Usage to data warehouse", 200, 6 * 24 + 2],
];

/** What the seeded organisations have created before the curtain rises. */
export function seededKeys(state: IcmcState, nowMs: number): KeyOrder[] {
  return state.organisations.flatMap((organisation) => {
    const owner = state.users.find(
      (user) => user.organisationId === organisation.id && user.role === "admin",
    );
    if (!owner) throw new Error(`${organisation.name} has no admin`);
    const keys = organisation.kind === "distributor" ? DISTRIBUTOR_KEYS : PARTNER_KEYS;
    return keys.map(([description, ageDays, hoursLeft], at) => ({
      organisationId: organisation.id,
      ownerId: owner.id,
      description,
      createdAtMs: wholeMinute(nowMs - ageDays * DAY_MS - at * 41 * 60_000),
      validUntilMs: hoursLeft === null ? null : wholeMinute(nowMs + hoursLeft * HOUR_MS),
    }));
  });
}

function wholeMinute(ms: number): number {
  return Math.floor(ms / 60_000) * 60_000;
}

import type { ApiKey } from "../keys/api-key";

const DAY_MS = 86_400_000;

/** What is not as it should be with a kept key. */
export type HealthFinding =
  | "expired"
  | "expired-in-console"
  | "never-tested"
  | "not-tested-lately"
  | "older-than-a-year"
  | "not-backed-up";

const LATELY_DAYS = 90;
const YEAR_DAYS = 365;
const BACKUP_DAYS = 7;

/**
 * @param backedUp - Ids of the keys in the last backup made here; `null` when there is none.
 * @param listed - Ids of the keys that were seen in the console's list after their end.
 */
export function healthOf(
  key: ApiKey,
  backedUp: ReadonlySet<string> | null,
  listed: readonly string[],
  nowMs: number,
): HealthFinding[] {
  const daysSince = (iso: string) => (nowMs - Date.parse(iso)) / DAY_MS;
  const findings: HealthFinding[] = [];
  const isExpired = key.end.kind === "at" && Date.parse(key.end.at) < nowMs;
  if (isExpired) findings.push(listed.includes(key.id) ? "expired-in-console" : "expired");
  else if (!key.lastTest) findings.push("never-tested");
  else if (daysSince(key.lastTest.at) > LATELY_DAYS) findings.push("not-tested-lately");
  if (!isExpired && daysSince(key.createdAt ?? key.savedAt) > YEAR_DAYS)
    findings.push("older-than-a-year");
  const isSafe = backedUp?.has(key.id) ?? false;
  if (!isSafe && daysSince(key.savedAt) >= BACKUP_DAYS) findings.push("not-backed-up");
  return findings;
}

import { isApiHost } from "../../api/api-host";
import { type LockMinutes, NO_POLICY, type Policy } from "./policy";

const LOCK_MINUTES: readonly LockMinutes[] = [1, 5, 15, 60];
const STRICTEST = { lockMinutes: 1, longestKeyDays: 1 } as const;

/**
 * Reads what an administrator wrote. Chromium has checked it against the schema; Firefox has not.
 * A value that cannot be read counts as the strictest one, because somebody wanted a limit there;
 * unknown names are for another version and count for nothing.
 */
export function checkPolicy(managed: unknown): Policy {
  if (managed === undefined || managed === null) return NO_POLICY;
  if (typeof managed !== "object" || Array.isArray(managed)) return checkPolicy({ ...ALL_WRONG });
  const given = managed as Record<string, unknown>;
  const faults: string[] = [];

  function read<T>(
    name: string,
    absent: T,
    strictest: T,
    parse: (value: unknown) => T | undefined,
  ) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === null) return absent;
    const parsed = parse(value);
    if (parsed === undefined) faults.push(name);
    return parsed ?? strictest;
  }
  const flag = (name: string) =>
    read<boolean>(name, false, true, (value) => (typeof value === "boolean" ? value : undefined));

  return {
    lockMinutes: read<LockMinutes | null>("lockMinutes", null, STRICTEST.lockMinutes, lockMinutes),
    forbidsBackup: flag("forbidBackup"),
    forbidsCopy: flag("forbidCopy"),
    isReadOnly: flag("readOnlyApi"),
    longestKeyDays: read<number | null>(
      "longestKeyDays",
      null,
      STRICTEST.longestKeyDays,
      (value) => (isCount(value) ? value : undefined),
    ),
    allowedApiHosts: read<readonly string[] | null>("allowedApiHosts", null, [], hosts),
    forbidsPasskey: flag("forbidPasskey"),
    faults,
  };
}

/** The offered time that is no longer than the one asked for. */
function lockMinutes(value: unknown): LockMinutes | undefined {
  if (!isCount(value)) return undefined;
  return LOCK_MINUTES.findLast((minutes) => minutes <= value);
}

/** One unusable entry makes the list unusable: a typing error must not open what it should close. */
function hosts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.every((host) => typeof host === "string" && isApiHost(host)) ? value : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

const ALL_WRONG = {
  lockMinutes: "?",
  forbidBackup: "?",
  forbidCopy: "?",
  readOnlyApi: "?",
  longestKeyDays: "?",
  allowedApiHosts: "?",
  forbidPasskey: "?",
};

/** Minutes after the last use until the vault locks by itself; `null`: when the browser closes. */
export const AUTO_LOCK_CHOICES = [1, 5, 15, 60, null] as const;
export type AutoLockMinutes = (typeof AUTO_LOCK_CHOICES)[number];

export const DEFAULT_AUTO_LOCK: AutoLockMinutes = 15;

/** Two processes may read the same clock a moment apart; more than this is a clock set back. */
const CLOCK_JITTER_MS = 1000;
const MINUTE_MS = 60_000;

/** When the vault locks, as kept beside the unlocked key. Epoch ms. */
export interface Deadline {
  sessionId: string;
  minutes: AutoLockMinutes;
  setAtMs: number;
}

export function isAutoLock(value: unknown): value is AutoLockMinutes {
  return AUTO_LOCK_CHOICES.some((choice) => choice === value);
}

export function dueAtMs({ minutes, setAtMs }: Deadline): number | null {
  return minutes === null ? null : setAtMs + minutes * MINUTE_MS;
}

/**
 * Whether the vault must lock now. Whatever is missing, malformed or in the future means yes.
 *
 * @param lastSeenMs - Latest reading of the clock by any context: an earlier one now means that
 * the clock was set back, and nobody knows how much time has really passed.
 */
export function mustLock(
  deadline: unknown,
  lastSeenMs: unknown,
  sessionId: string,
  nowMs: number,
): boolean {
  if (!isDeadline(deadline) || deadline.sessionId !== sessionId) return true;
  if (
    typeof lastSeenMs !== "number" ||
    !(Math.max(lastSeenMs, deadline.setAtMs) <= nowMs + CLOCK_JITTER_MS)
  )
    return true;
  const dueMs = dueAtMs(deadline);
  return dueMs !== null && !(nowMs < dueMs);
}

export function isDeadline(value: unknown): value is Deadline {
  return (
    typeof value === "object" &&
    value !== null &&
    "sessionId" in value &&
    typeof value.sessionId === "string" &&
    "minutes" in value &&
    isAutoLock(value.minutes) &&
    "setAtMs" in value &&
    Number.isFinite(value.setAtMs)
  );
}

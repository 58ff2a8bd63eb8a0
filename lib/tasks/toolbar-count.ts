const DAY_MS = 24 * 60 * 60 * 1000;
/** From here on a key is `urgent`. */
const URGENT_DAYS = 7;

/** The number on the icon, and when to look again. */
export interface ToolbarCount {
  count: number;
  /** Keys that are not counted, because the person wants to hear nothing of them for a while. */
  snoozed: number;
  /** When the number changes next, `null` when it never will by itself. */
  changesAtMs: number | null;
}

/**
 * How many keys need somebody: due within 7 days or expired. None while reminders are snoozed.
 *
 * @param expiryHoursMs - Expiry instants rounded down to the hour; all that can be read while locked.
 */
export function toolbarCount(
  expiryHoursMs: readonly number[],
  nowMs: number,
  snoozedUntilMs = 0,
): ToolbarCount {
  const dueAtMs = expiryHoursMs.map((expiryMs) => expiryMs - URGENT_DAYS * DAY_MS);
  const due = dueAtMs.filter((dueMs) => dueMs <= nowMs).length;
  const later = dueAtMs.filter((dueMs) => dueMs > nowMs);
  const nextMs = later.length === 0 ? null : later.reduce((a, b) => Math.min(a, b));
  if (due === 0 || nowMs >= snoozedUntilMs) return { count: due, snoozed: 0, changesAtMs: nextMs };
  return { count: 0, snoozed: due, changesAtMs: snoozedUntilMs };
}

/**
 * The ends that still count: a key that was replaced, or deleted in the console, needs nobody.
 *
 * @param inClear - Ends of all kept keys.
 * @param unsettled - Ends of the others as they were known at the last unlock; `null` before the first.
 */
export function endsThatCount(
  inClear: readonly number[],
  unsettled: readonly number[] | null,
): number[] {
  if (unsettled === null) return [...inClear];
  // Both may hold an hour several times, and a key kept or removed while locked is in one only.
  const kept = new Map<number, number>();
  for (const hourMs of inClear) kept.set(hourMs, (kept.get(hourMs) ?? 0) + 1);
  return unsettled.filter((hourMs) => {
    const left = kept.get(hourMs) ?? 0;
    kept.set(hourMs, left - 1);
    return left > 0;
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** From here on a key is `urgent`. */
const URGENT_DAYS = 7;

/**
 * How many keys need somebody: due within 7 days or expired.
 *
 * @param expiryHoursMs - Expiry instants rounded down to the hour; all that can be read while locked.
 * @returns when the number changes next, `null` when it never will by itself.
 */
export function toolbarCount(
  expiryHoursMs: number[],
  nowMs: number,
): { count: number; changesAtMs: number | null } {
  const dueAtMs = expiryHoursMs.map((expiryMs) => expiryMs - URGENT_DAYS * DAY_MS);
  const count = dueAtMs.filter((dueMs) => dueMs <= nowMs).length;
  const later = dueAtMs.filter((dueMs) => dueMs > nowMs);
  return { count, changesAtMs: later.length === 0 ? null : Math.min(...later) };
}

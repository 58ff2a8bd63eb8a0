import { DAY_MS } from "./reminder-rules";

/** What the browser remembers of reminders in clear: hours and switches, no key and no name. */
export interface ReminderState {
  /** Instants rounded up to the hour at which some key reaches a reminder, earliest first. */
  hours: number[];
  /**
   * Hours in which keys end that were neither replaced nor deleted in the console; `null` before the
   * first unlock, and where nothing may stand in clear.
   */
  ends: number[] | null;
  /** Notifications are wanted, and the browser allows them. */
  isOn: boolean;
  /** Up to here everything was told, in epoch ms. */
  toldUntilMs: number;
  /** When the last digest was shown, in epoch ms; `null` before the first. */
  lastDigestMs: number | null;
  /** Nothing is said before. */
  snoozedUntilMs: number;
}

/** Nobody wants to be reminded in the middle of the night. */
const MORNING_HOUR = 8;

/**
 * Whether a digest is due, and when to look again. One a day at most, nothing twice, nothing while
 * snoozed; what came meanwhile is told with the next one.
 *
 * @returns `count` of reminders in the digest that is due now, 0 for none; `nextMs` when it never
 * will be by itself is `null`.
 */
export function digestAt(
  { hours, isOn, toldUntilMs, lastDigestMs, snoozedUntilMs }: ReminderState,
  nowMs: number,
): { count: number; nextMs: number | null } {
  if (!isOn) return { count: 0, nextMs: null };
  const open = hours.filter((ms) => ms > toldUntilMs);
  const [first] = open;
  if (first === undefined) return { count: 0, nextMs: null };
  const earliestMs = Math.max(morningOf(first), snoozedUntilMs, nextDay(lastDigestMs));
  if (nowMs < earliestMs) return { count: 0, nextMs: earliestMs };
  const count = open.filter((ms) => ms <= nowMs).length;
  return count === 0 ? { count, nextMs: Math.max(first, earliestMs) } : { count, nextMs: null };
}

/** The state after a digest was shown. */
export function told(state: ReminderState, nowMs: number): ReminderState {
  return { ...state, toldUntilMs: nowMs, lastDigestMs: nowMs };
}

/** The morning of that day, or the instant itself when it is later. */
function morningOf(ms: number): number {
  const morning = new Date(ms);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return Math.max(ms, morning.getTime());
}

function nextDay(lastDigestMs: number | null): number {
  if (lastDigestMs === null) return 0;
  const next = new Date(lastDigestMs + DAY_MS);
  next.setHours(MORNING_HOUR, 0, 0, 0);
  return next.getTime();
}

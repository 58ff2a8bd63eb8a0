import type { ApiKey } from "../../keys/api-key";
import { DEFAULT_SETTINGS } from "../settings/settings";

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Days before the end, unless a key has its own. */
export const DEFAULT_LEADS = DEFAULT_SETTINGS.reminderDays;

/** What the person chose for one key; kept encrypted. */
export interface OwnReminders {
  /** Instead of the general lead times; empty for none. */
  leadDays?: number[];
  /** Further instants, ISO. */
  at?: string[];
}

/** One reminder that is due: a lead time was reached, or a chosen date came. */
export interface DueReminder {
  keyId: string;
  /** The reminder's own instant, in epoch ms. */
  atMs: number;
  /** Whole days until the key ends, rounded down; negative when it has; `null` without a known end. */
  daysLeft: number | null;
}

/** Every instant at which somebody is to be reminded of a key, earliest first. */
function reminderInstants(
  { id, end }: Pick<ApiKey, "id" | "end">,
  leads: readonly number[],
  own: Record<string, OwnReminders>,
): number[] {
  const { leadDays = leads, at = [] } = own[id] ?? {};
  const endMs = end.kind === "at" ? Date.parse(end.at) : Number.NaN;
  const byLead = Number.isNaN(endMs) ? [] : leadDays.map((days) => endMs - days * DAY_MS);
  const chosen = at.map((iso) => Date.parse(iso)).filter((ms) => !Number.isNaN(ms));
  return [...new Set([...byLead, ...chosen])].sort((a, b) => a - b);
}

/** The latest reminder that is due for each key, most urgent first. A removed key has none. */
export function dueReminders(
  keys: readonly Pick<ApiKey, "id" | "end">[],
  leads: readonly number[],
  own: Record<string, OwnReminders>,
  nowMs: number,
): DueReminder[] {
  const due = keys.flatMap((key) => {
    const atMs = reminderInstants(key, leads, own).findLast((ms) => ms <= nowMs);
    if (atMs === undefined) return [];
    const daysLeft =
      key.end.kind === "at" ? Math.floor((Date.parse(key.end.at) - nowMs) / DAY_MS) : null;
    return [{ keyId: key.id, atMs, daysLeft }];
  });
  const rank = ({ daysLeft }: DueReminder) => daysLeft ?? Number.MAX_SAFE_INTEGER;
  return due.sort((a, b) => rank(a) - rank(b));
}

/** The hour in which a key ends, in epoch ms; `null` without a known end. */
export function endHour({ end }: Pick<ApiKey, "end">): number | null {
  return end.kind === "at" ? Math.floor(Date.parse(end.at) / HOUR_MS) * HOUR_MS : null;
}

/** What may stand in clear on disk, so that a locked vault reminds as well: hours, and nothing else. */
export function reminderHours(
  keys: readonly Pick<ApiKey, "id" | "end">[],
  leads: readonly number[],
  own: Record<string, OwnReminders>,
  nowMs: number,
): number[] {
  return keys
    .flatMap((key) => reminderInstants(key, leads, own))
    .filter((ms) => ms > nowMs - DAY_MS)
    .map((ms) => Math.ceil(ms / HOUR_MS) * HOUR_MS)
    .sort((a, b) => a - b);
}

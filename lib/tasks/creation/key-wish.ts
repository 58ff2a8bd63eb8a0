/** A key somebody asks for, to be made in the console's page. */
export interface KeyWish {
  /** UUID of the form it was asked for in: a second press of the same form is the same wish. */
  requestId: string;
  description: string;
  /** ISO instant, whole minutes. */
  expiresAt: string;
  /** Id of the kept key it shall replace. */
  replaces: string | null;
}

export const LONGEST_DESCRIPTION = 200;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The lives on offer, in days of 24 hours. */
export const EXPIRY_PRESETS = [
  { name: "30 days", days: 30 },
  { name: "90 days", days: 90 },
  { name: "180 days", days: 180 },
  { name: "1 year", days: 365 },
] as const;

/** So many days from now, rounded to the minute: consoles take no seconds. */
export function inDays(days: number, nowMs: number): Date {
  return new Date(Math.round((nowMs + days * DAY_MS) / MINUTE_MS) * MINUTE_MS);
}

/** The wish, tidied. @throws {@link WishError} when it cannot be fulfilled. */
export function checkWish(wish: KeyWish, nowMs: number): KeyWish {
  const description = wish.description.toWellFormed().replace(/\s+/g, " ").trim();
  const atMs = Date.parse(wish.expiresAt);
  if (description === "" || description.length > LONGEST_DESCRIPTION)
    throw new WishError("description");
  if (Number.isNaN(atMs) || atMs % MINUTE_MS !== 0 || atMs <= nowMs) throw new WishError("expiry");
  return { ...wish, description, expiresAt: new Date(atMs).toISOString() };
}

export class WishError extends Error {
  override name = "WishError";
}

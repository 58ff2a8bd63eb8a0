import { DAY_MS } from "./zone-clock";

export const SOON_MS = 30 * DAY_MS;
export const URGENT_MS = 7 * DAY_MS;

/** Where a key with this end stands, by the time that is left. */
export function stateOf(leftMs: number): "valid" | "soon" | "urgent" | "expired" {
  if (leftMs < 0) return "expired";
  return leftMs > SOON_MS ? "valid" : leftMs > URGENT_MS ? "soon" : "urgent";
}

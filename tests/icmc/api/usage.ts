import { ok, Refusal } from "../answer.ts";
import { seededRandom } from "../random.ts";
import { type StorageAccount, TERABYTE } from "../state.ts";
import type { Call, Operation } from "./call.ts";
import { accountInCall, accountsInCall } from "./storage-accounts.ts";

const DAY_MS = 86_400_000;
/** Longer asks are refused, so that a mistyped year does not become a huge answer. */
const MAX_DAYS = 1100;

export const usageOperations: Operation[] = [
  {
    name: "GET /partner/{partnerID}/storage-accounts/{accountID}/usage",
    role: "distributor",
    handle: usageOfOne,
  },
  {
    name: "GET /partner/{partnerID}/usage",
    role: "distributor",
    uuids: ["partnerID"],
    handle: usageOfAll,
  },
  { name: "GET /storage-account/{accountID}/usage", role: "partner", handle: usageOfOne },
  { name: "GET /storage-accounts/usage", role: "partner", handle: usageOfAll },
];

function usageOfOne(call: Call) {
  return ok(usageOnWire(accountInCall(call), call, spanOf(call)));
}

function usageOfAll(call: Call) {
  const span = spanOf(call);
  return ok(accountsInCall(call).map((account) => usageOnWire(account, call, span)));
}

interface Span {
  fromMs: number;
  toMs: number;
}

function spanOf({ query }: Call): Span {
  const [fromMs, toMs] = [dayMs(query, "from"), dayMs(query, "to")];
  if (fromMs > toMs) throw new Refusal(400, "from must not be after to");
  if ((toMs - fromMs) / DAY_MS > MAX_DAYS) throw new Refusal(400, "the span is too long");
  return { fromMs, toMs };
}

function dayMs(query: URLSearchParams, name: string): number {
  const day = query.get(name);
  if (!day) throw new Refusal(400, `${name} is required`);
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(ms) || dayText(ms) !== day) throw new Refusal(400, `${name} must be YYYY-MM-DD`);
  return ms;
}

function usageOnWire(account: StorageAccount, { state, nowMs }: Call, { fromMs, toMs }: Span) {
  const curve = curveOf(account, state.seed);
  const first = Math.max(fromMs, Date.parse(dayText(account.createdAtMs)));
  const last = Math.min(toMs, nowMs);
  const daily = [];
  for (let ms = first; ms <= last; ms += DAY_MS) {
    daily.push({
      date: dayText(ms),
      usage: curve(Math.round((ms - account.createdAtMs) / DAY_MS), ms),
      allocated_capacity: account.allocatedCapacity,
    });
  }
  return {
    name: account.name,
    client_id: account.clientAccountId,
    allocated_capacity: account.allocatedCapacity,
    daily_usage: daily,
  };
}

/** Grows steadily, breathes with the week, and is cleaned up now and then; the same for each seed. */
function curveOf(account: StorageAccount, seed: string) {
  const shape = seededRandom(`${seed} ${account.clientAccountId}`);
  const full = account.allocatedCapacity || (1 + 5 * shape.fraction()) * TERABYTE;
  const start = full * (0.08 + 0.3 * shape.fraction());
  const gainPerDay = full * (0.0008 + 0.0016 * shape.fraction());
  const cleanUpEvery = shape.between(45, 90);
  return (ageDays: number, ms: number) => {
    const age = Math.max(0, ageDays);
    const noise = seededRandom(`${seed} ${account.clientAccountId} ${dayText(ms)}`).fraction();
    const kept = start + gainPerDay * (age - 0.5 * Math.floor(age / cleanUpEvery) * cleanUpEvery);
    const weekend = [0, 6].includes(new Date(ms).getUTCDay()) ? 0.994 : 1;
    return Math.round(Math.min(kept, full * 1.04) * weekend * (0.995 + 0.01 * noise));
  };
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

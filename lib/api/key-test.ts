import type { TestOutcome } from "../keys/api-key";
import {
  ApiCancelledError,
  ApiError,
  ApiRequestError,
  ApiTimeoutError,
  ApiUnreachableError,
} from "./api-error";
import {
  ApiFaultError,
  ApiKeyRefusedError,
  ApiNotFoundError,
  ApiRateLimitedError,
  ApiRoleError,
} from "./api-status-error";
import type { ApiClient } from "./client";
import { listContracts } from "./contracts";
import { listOwnStorageAccounts } from "./own-storage-accounts";

/** `side` is whose operations the key opens; `null` while that is not known. */
export interface KeyTest {
  outcome: TestOutcome;
  side: "distributor" | "partner" | null;
}

/**
 * Tries a key with one harmless read; with a second one where the first left the side open, since
 * the API has no "who am I" and does not publish how it refuses the other side's operations.
 *
 * @param endMs - Last moment the key works by what we know of it, `null` when it has no end or none
 * is known. The API's word counts first: this only explains a refusal.
 * @throws {@link ApiCancelledError} and {@link ApiRequestError} alone, and what `readToken` throws.
 */
export async function testKey(
  client: ApiClient,
  endMs: number | null,
  nowMs: number,
  signal?: AbortSignal,
): Promise<KeyTest> {
  const asDistributor = await attempt(() => listContracts(client, signal));
  if (typeof asDistributor === "number" && asDistributor > 0) {
    return { outcome: "works", side: "distributor" };
  }
  if (typeof asDistributor !== "number" && !isRefusal(asDistributor)) {
    return { outcome: outcomeOf(asDistributor), side: null };
  }

  const asPartner = await attempt(() => listOwnStorageAccounts(client, signal));
  if (typeof asDistributor === "number") {
    // A distributor without contracts, or a partner who is told "none" instead of "not you".
    if (typeof asPartner === "number" && asPartner > 0)
      return { outcome: "works", side: "partner" };
    const isDistributor = typeof asPartner !== "number" && isRefusal(asPartner);
    return { outcome: "works", side: isDistributor ? "distributor" : null };
  }
  if (typeof asPartner === "number") return { outcome: "works", side: "partner" };
  if (!isRefusal(asPartner)) return { outcome: outcomeOf(asPartner), side: null };
  if (endMs !== null && nowMs > endMs) return { outcome: "expired", side: null };
  // Whoever is told "not you" was recognised, so one such answer outweighs "I do not know you".
  const isKnown = asDistributor instanceof ApiRoleError || asPartner instanceof ApiRoleError;
  return { outcome: isKnown ? "wrong-role" : outcomeOf(asDistributor), side: null };
}

/** How many entries the list has, readable or not; or why it did not come. */
async function attempt(
  list: () => Promise<{ items: unknown[]; notUnderstood: number }>,
): Promise<number | ApiError> {
  try {
    const { items, notUnderstood } = await list();
    return items.length + notUnderstood;
  } catch (error) {
    const isCallers = error instanceof ApiCancelledError || error instanceof ApiRequestError;
    if (error instanceof ApiError && !isCallers) return error;
    throw error;
  }
}

/** Refusals of the key, which may merely mean "not your side's operation". */
function isRefusal(error: ApiError): boolean {
  return (
    error instanceof ApiKeyRefusedError ||
    error instanceof ApiRoleError ||
    error instanceof ApiNotFoundError
  );
}

function outcomeOf(error: ApiError): TestOutcome {
  if (error instanceof ApiKeyRefusedError) return "refused";
  if (error instanceof ApiRoleError) return "wrong-role";
  if (error instanceof ApiRateLimitedError) return "rate-limited";
  if (error instanceof ApiFaultError) return "vendor-fault";
  if (error instanceof ApiUnreachableError) return error.cause;
  if (error instanceof ApiTimeoutError) return "unreachable";
  return "not-understood";
}

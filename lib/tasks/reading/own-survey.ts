import type { ApiClient } from "../../api/client";
import { listOwnStorageAccounts } from "../../api/own-storage-accounts";
import { listOwnUsage } from "../../api/usage";
import { VaultLockedError } from "../../vault/errors";
import { dayOf, lastDays } from "../figures/days";
import type { Missing, Survey } from "./survey";
import { SURVEYED_DAYS, surveyedAccounts } from "./surveyed-accounts";

/**
 * A channel partner's world: its storage accounts with their usage, in two calls.
 *
 * @throws `ApiError` when the storage accounts cannot be listed; {@link VaultLockedError}; the
 * signal's reason when stopped.
 */
export async function takeOwnSurvey(
  client: ApiClient,
  nowMs: number,
  signal: AbortSignal,
): Promise<Survey> {
  const range = lastDays(SURVEYED_DAYS, nowMs);
  const missing: Missing[] = [];
  const [accounts, usages] = await Promise.all([
    listOwnStorageAccounts(client, signal),
    listOwnUsage(client, range, signal).catch((error: Error) => {
      signal.throwIfAborted();
      if (error instanceof VaultLockedError) throw error;
      missing.push({ what: "usage", of: null, failure: error.name });
      return null;
    }),
  ]);
  return {
    at: new Date(nowMs).toISOString(),
    lastDay: dayOf(nowMs),
    contracts: [],
    partners: [],
    own: surveyedAccounts(accounts.items, usages?.items ?? null, range.from),
    missing,
  };
}

import type { StorageAccount } from "../../api/storage-account";
import type { StorageAccountUsage } from "../../api/usage";

/** Days of usage a survey keeps: a sparkline, a forecast and a jump need no more. */
export const SURVEYED_DAYS = 30;

export interface SurveyedAccount {
  account: StorageAccount;
  /** Bytes for each of the {@link SURVEYED_DAYS} days, oldest first; `null` without a figure. */
  used: (number | null)[];
}

/**
 * Puts each account's usage beside it.
 *
 * @param usages - `null` where they could not be read.
 * @param firstDay - `YYYY-MM-DD` of the first of the {@link SURVEYED_DAYS} days.
 */
export function surveyedAccounts(
  accounts: readonly StorageAccount[],
  usages: readonly StorageAccountUsage[] | null,
  firstDay: string,
): SurveyedAccount[] {
  const usageOf = new Map(usages?.map((usage) => [usage.storageAccountId.value, usage]));
  return accounts.map((account) => {
    const used: (number | null)[] = new Array(SURVEYED_DAYS).fill(null);
    const days = usageOf.get(account.id.value)?.days.value?.items ?? [];
    for (const { day, usedBytes } of days) {
      const at = daysBetween(firstDay, day);
      if (at >= 0 && at < SURVEYED_DAYS) used[at] = usedBytes.value ?? null;
    }
    return { account, used };
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

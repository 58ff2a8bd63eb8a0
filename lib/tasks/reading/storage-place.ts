import type { Listed } from "../../api/answer";
import type { DayRange } from "../../api/arguments";
import type { ApiClient } from "../../api/client";
import { getOwnStorageAccount, listOwnStorageAccounts } from "../../api/own-storage-accounts";
import type { StorageAccount } from "../../api/storage-account";
import { getStorageAccount, listStorageAccounts } from "../../api/storage-accounts";
import {
  getOwnStorageAccountUsage,
  getStorageAccountUsage,
  listOwnUsage,
  listPartnerUsage,
  type StorageAccountUsage,
} from "../../api/usage";

/**
 * Whose storage accounts: a partner's, seen by its distributor, or `null` for a channel partner's
 * own. Both sides have the same calls under different paths.
 */
export type PartnerId = string | null;

export function accountsOf(
  client: ApiClient,
  partnerId: PartnerId,
  signal?: AbortSignal,
): Promise<Listed<StorageAccount>> {
  return partnerId === null
    ? listOwnStorageAccounts(client, signal)
    : listStorageAccounts(client, partnerId, signal);
}

export function accountOf(
  client: ApiClient,
  partnerId: PartnerId,
  storageAccountId: string,
  signal?: AbortSignal,
): Promise<StorageAccount> {
  return partnerId === null
    ? getOwnStorageAccount(client, storageAccountId, signal)
    : getStorageAccount(client, partnerId, storageAccountId, signal);
}

/** Usage of every storage account there. */
export function usagesOf(
  client: ApiClient,
  partnerId: PartnerId,
  range: DayRange,
  signal?: AbortSignal,
): Promise<Listed<StorageAccountUsage>> {
  return partnerId === null
    ? listOwnUsage(client, range, signal)
    : listPartnerUsage(client, partnerId, range, signal);
}

export function usageOf(
  client: ApiClient,
  partnerId: PartnerId,
  storageAccountId: string,
  range: DayRange,
  signal?: AbortSignal,
): Promise<StorageAccountUsage> {
  return partnerId === null
    ? getOwnStorageAccountUsage(client, storageAccountId, range, signal)
    : getStorageAccountUsage(client, partnerId, storageAccountId, range, signal);
}

import type { Listed } from "./answer";
import { apiPath } from "./api-path";
import { type ApiClient, LIST_LIMIT_BYTES } from "./client";
import {
  type NewStorageAccount,
  newStorageAccountBody,
  parseStorageAccount,
  parseStorageAccounts,
  pendingDeletionBody,
  type StorageAccount,
} from "./storage-account";

// The distributor's side: storage accounts of a partner. A partner's own are in own-storage-accounts.

export async function listStorageAccounts(
  client: ApiClient,
  partnerId: string,
  signal?: AbortSignal,
): Promise<Listed<StorageAccount>> {
  const path = apiPath`/partner/${partnerId}/storage-accounts`;
  const request = { method: "GET", path, answerLimitBytes: LIST_LIMIT_BYTES } as const;
  return client.ask(request, parseStorageAccounts, signal);
}

export async function createStorageAccount(
  client: ApiClient,
  partnerId: string,
  account: NewStorageAccount,
  signal?: AbortSignal,
): Promise<StorageAccount> {
  return client.ask(
    {
      method: "POST",
      path: apiPath`/partner/${partnerId}/storage-accounts`,
      body: newStorageAccountBody(account),
      secrets: [account.password],
    },
    parseStorageAccount,
    signal,
  );
}

export async function getStorageAccount(
  client: ApiClient,
  partnerId: string,
  storageAccountId: string,
  signal?: AbortSignal,
): Promise<StorageAccount> {
  const path = apiPath`/partner/${partnerId}/storage-accounts/${storageAccountId}`;
  return client.ask({ method: "GET", path }, parseStorageAccount, signal);
}

/** Sets the day of deletion, or takes it back with `null`. */
export async function changePendingDeletion(
  client: ApiClient,
  partnerId: string,
  storageAccountId: string,
  deleteAt: string | null,
  signal?: AbortSignal,
): Promise<StorageAccount> {
  const path = apiPath`/partner/${partnerId}/storage-accounts/${storageAccountId}`;
  const body = pendingDeletionBody(deleteAt);
  return client.ask({ method: "PATCH", path, body }, parseStorageAccount, signal);
}

/** Schedules the deletion, by default in 30 days; read the account to learn when. */
export async function scheduleDeletion(
  client: ApiClient,
  partnerId: string,
  storageAccountId: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = apiPath`/partner/${partnerId}/storage-accounts/${storageAccountId}`;
  return client.tell({ method: "DELETE", path }, signal);
}

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

// The channel partner's side: its own storage accounts.

export async function listOwnStorageAccounts(
  client: ApiClient,
  signal?: AbortSignal,
): Promise<Listed<StorageAccount>> {
  const path = apiPath`/storage-account/list`;
  const request = { method: "GET", path, answerLimitBytes: LIST_LIMIT_BYTES } as const;
  return client.ask(request, parseStorageAccounts, signal);
}

export async function createOwnStorageAccount(
  client: ApiClient,
  account: NewStorageAccount,
  signal?: AbortSignal,
): Promise<StorageAccount> {
  return client.ask(
    {
      method: "POST",
      path: apiPath`/storage-account`,
      body: newStorageAccountBody(account),
      secrets: [account.password],
    },
    parseStorageAccount,
    signal,
  );
}

export async function getOwnStorageAccount(
  client: ApiClient,
  storageAccountId: string,
  signal?: AbortSignal,
): Promise<StorageAccount> {
  const path = apiPath`/storage-account/${storageAccountId}`;
  return client.ask({ method: "GET", path }, parseStorageAccount, signal);
}

/** Sets the day of deletion, or takes it back with `null`. */
export async function changeOwnPendingDeletion(
  client: ApiClient,
  storageAccountId: string,
  deleteAt: string | null,
  signal?: AbortSignal,
): Promise<StorageAccount> {
  const path = apiPath`/storage-account/${storageAccountId}`;
  const body = pendingDeletionBody(deleteAt);
  return client.ask({ method: "PATCH", path, body }, parseStorageAccount, signal);
}

/** Schedules the deletion, by default in 30 days; read the account to learn when. */
export async function scheduleOwnDeletion(
  client: ApiClient,
  storageAccountId: string,
  signal?: AbortSignal,
): Promise<void> {
  return client.tell(
    { method: "DELETE", path: apiPath`/storage-account/${storageAccountId}` },
    signal,
  );
}

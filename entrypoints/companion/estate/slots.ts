import type { Listed } from "../../../lib/api/answer";
import type { DayRange } from "../../../lib/api/arguments";
import type { ApiClient } from "../../../lib/api/client";
import { listMembers, type Member } from "../../../lib/api/members";
import { getPartner, listPartners, type Partner } from "../../../lib/api/partners";
import { listRegions, type Region } from "../../../lib/api/regions";
import type { StorageAccount } from "../../../lib/api/storage-account";
import type { StorageAccountUsage } from "../../../lib/api/usage";
import { network } from "../../../lib/browser/network";
import { ownVault } from "../../../lib/browser/vault/own-vault";
import { clientFor, keptKey } from "../../../lib/tasks/key-client";
import {
  putRecent,
  putSnapshot,
  readRecent,
  readSnapshot,
} from "../../../lib/tasks/reading/snapshots";
import {
  accountOf,
  accountsOf,
  type PartnerId,
  usageOf,
  usagesOf,
} from "../../../lib/tasks/reading/storage-place";
import type { Slot } from "./slot-reading";

/** A client of this view: what it reads ends with the view. Writes go to the background. */
export async function viewClient(keyId: string): Promise<ApiClient> {
  const vault = await ownVault();
  return clientFor(await keptKey(vault, keyId), vault, network);
}

export function partnersSlot(keyId: string, contractId: string): Slot<Listed<Partner>> {
  const name = `partners/${contractId}`;
  return {
    name: `${name}@${keyId}`,
    stored: async () => readSnapshot(await ownVault(), keyId, name),
    read: async (signal) => listPartners(await viewClient(keyId), contractId, signal),
    keep: async (snapshot) => putSnapshot(await ownVault(), keyId, name, snapshot),
  };
}

export function partnerSlot(keyId: string, partnerId: string): Slot<Partner> {
  return recent(keyId, `partner/${partnerId}`, (client, signal) =>
    getPartner(client, partnerId, signal),
  );
}

export function membersSlot(keyId: string, partnerId: string): Slot<Listed<Member>> {
  return recent(keyId, `members/${partnerId}`, (client, signal) =>
    listMembers(client, partnerId, signal),
  );
}

export function accountsSlot(keyId: string, partnerId: PartnerId): Slot<Listed<StorageAccount>> {
  return recent(keyId, `accounts/${partnerId ?? "own"}`, (client, signal) =>
    accountsOf(client, partnerId, signal),
  );
}

export function accountSlot(
  keyId: string,
  partnerId: PartnerId,
  storageAccountId: string,
): Slot<StorageAccount> {
  return recent(keyId, `account/${partnerId ?? "own"}/${storageAccountId}`, (client, signal) =>
    accountOf(client, partnerId, storageAccountId, signal),
  );
}

/** @param storageAccountId - `null`: all of them. */
export function usageSlot(
  keyId: string,
  partnerId: PartnerId,
  storageAccountId: string | null,
  range: DayRange,
): Slot<Listed<StorageAccountUsage>> {
  const what = `${partnerId ?? "own"}/${storageAccountId ?? "all"}/${range.from}/${range.to}`;
  return recent(keyId, `usage/${what}`, async (client, signal) => {
    if (storageAccountId === null) return usagesOf(client, partnerId, range, signal);
    const usage = await usageOf(client, partnerId, storageAccountId, range, signal);
    return { items: [usage], notUnderstood: 0 };
  });
}

export function regionsSlot(keyId: string): Slot<Listed<Region>> {
  return recent(keyId, "regions", listRegions);
}

function recent<T>(
  keyId: string,
  name: string,
  read: (client: ApiClient, signal: AbortSignal) => Promise<T>,
): Slot<T> {
  return {
    name: `${name}@${keyId}`,
    stored: async () => readRecent<T>(await ownVault(), keyId, name),
    read: async (signal) => read(await viewClient(keyId), signal),
    keep: async (snapshot) => putRecent(await ownVault(), keyId, name, snapshot),
  };
}

import { type Listed, parseList, parseOne, type WireShape } from "./answer";
import { type ApiPath, apiPath } from "./api-path";
import { checkedRange, type DayRange } from "./arguments";
import type { ApiClient } from "./client";
import { type Field, type Known, parseField } from "./field";
import { bytes, day, id, text } from "./wire-values";

/** One storage account's usage over the days asked for. */
export interface StorageAccountUsage {
  storageAccountId: Field<string>;
  name: Field<string>;
  allocatedBytes: Field<number>;
  /** As the API ordered them. Figures may lag; whether today is among them is not published. */
  days: Field<Listed<DailyUsage>>;
}

export interface DailyUsage {
  /** `YYYY-MM-DD`; which zone the day follows is not published. */
  day: string;
  usedBytes: Field<number>;
  allocatedBytes: Field<number>;
}

/** A year of one account is some 30 kB, and a partner may have hundreds. */
const USAGE_LIMIT_BYTES = 32 * 1024 * 1024;

interface SentDay extends Omit<DailyUsage, "day"> {
  day: Field<string>;
}

const DAILY_USAGE: WireShape<SentDay> = {
  day: ["date", (sent) => parseField(day, sent)],
  usedBytes: ["usage", (sent) => parseField(bytes, sent)],
  allocatedBytes: ["allocated_capacity", (sent) => parseField(bytes, sent)],
};

const USAGE: WireShape<StorageAccountUsage> = {
  storageAccountId: ["client_id", (sent) => parseField(id, sent)],
  name: ["name", (sent) => parseField(text, sent)],
  allocatedBytes: ["allocated_capacity", (sent) => parseField(bytes, sent)],
  days: ["daily_usage", parseDays],
};

/** A figure without a readable day has no place on any time line: it counts as not understood. */
function parseDays(sent: unknown): Field<Listed<DailyUsage>> {
  if (sent === undefined) return { missing: "not-sent" };
  if (sent !== null && !Array.isArray(sent)) return { missing: "not-understood" };
  const { items, notUnderstood } = parseList(DAILY_USAGE, sent);
  const dated = items.filter((item): item is SentDay & { day: Known<string> } => !item.day.missing);
  return {
    value: {
      items: dated.map((item) => ({ ...item, day: item.day.value })),
      notUnderstood: notUnderstood + items.length - dated.length,
    },
  };
}

export function parseUsage(answer: unknown): StorageAccountUsage {
  return parseOne(USAGE, answer);
}

export function parseUsages(answer: unknown): Listed<StorageAccountUsage> {
  return parseList(USAGE, answer);
}

/** Distributor: one storage account of a partner. */
export async function getStorageAccountUsage(
  client: ApiClient,
  partnerId: string,
  storageAccountId: string,
  range: DayRange,
  signal?: AbortSignal,
): Promise<StorageAccountUsage> {
  const path = apiPath`/partner/${partnerId}/storage-accounts/${storageAccountId}/usage`;
  return client.ask(usageRequest(path, range), parseUsage, signal);
}

/** Distributor: every storage account of a partner. */
export async function listPartnerUsage(
  client: ApiClient,
  partnerId: string,
  range: DayRange,
  signal?: AbortSignal,
): Promise<Listed<StorageAccountUsage>> {
  const path = apiPath`/partner/${partnerId}/usage`;
  return client.ask(usageRequest(path, range), parseUsages, signal);
}

/** Channel partner: one of its own storage accounts. */
export async function getOwnStorageAccountUsage(
  client: ApiClient,
  storageAccountId: string,
  range: DayRange,
  signal?: AbortSignal,
): Promise<StorageAccountUsage> {
  const path = apiPath`/storage-account/${storageAccountId}/usage`;
  return client.ask(usageRequest(path, range), parseUsage, signal);
}

/** Channel partner: all of its own storage accounts. */
export async function listOwnUsage(
  client: ApiClient,
  range: DayRange,
  signal?: AbortSignal,
): Promise<Listed<StorageAccountUsage>> {
  return client.ask(usageRequest(apiPath`/storage-accounts/usage`, range), parseUsages, signal);
}

function usageRequest(path: ApiPath, range: DayRange) {
  return {
    method: "GET",
    path,
    query: checkedRange(range),
    answerLimitBytes: USAGE_LIMIT_BYTES,
  } as const;
}

import { type Listed, parseList, parseOne, type WireShape } from "./answer";
import { apiPath } from "./api-path";
import { checkedBytes } from "./arguments";
import { type ApiClient, LIST_LIMIT_BYTES } from "./client";
import { type Field, parseField } from "./field";
import { bytes, flag, id, text } from "./wire-values";

/** A channel partner, as its distributor sees it. */
export interface Partner {
  id: Field<string>;
  name: Field<string>;
  details: Field<string>;
  contractId: Field<string>;
  /** 0 is pay-per-use, see `isPayPerUse`. */
  allocatedBytes: Field<number>;
  /** Whether the partner may use more than was allocated. */
  allowsOverdraft: Field<boolean>;
}

const PARTNER: WireShape<Partner> = {
  id: ["id", (sent) => parseField(id, sent)],
  name: ["name", (sent) => parseField(text, sent)],
  details: ["details", (sent) => parseField(text, sent)],
  contractId: ["distributorContractId", (sent) => parseField(id, sent)],
  allocatedBytes: ["allocatedCapacity", (sent) => parseField(bytes, sent)],
  allowsOverdraft: ["allowOverdraft", (sent) => parseField(flag, sent)],
};

export function parsePartners(answer: unknown): Listed<Partner> {
  return parseList(PARTNER, answer);
}

function parsePartner(answer: unknown): Partner {
  return parseOne(PARTNER, answer);
}

export async function listPartners(
  client: ApiClient,
  contractId: string,
  signal?: AbortSignal,
): Promise<Listed<Partner>> {
  const path = apiPath`/contract/${contractId}/partners`;
  const request = { method: "GET", path, answerLimitBytes: LIST_LIMIT_BYTES } as const;
  return client.ask(request, parsePartners, signal);
}

export interface NewPartner {
  name: string;
  contractId: string;
  /** 0 makes it pay-per-use. */
  allocatedBytes: number;
  allowsOverdraft?: boolean;
}

export async function createPartner(
  client: ApiClient,
  { name, contractId, allocatedBytes, allowsOverdraft }: NewPartner,
  signal?: AbortSignal,
): Promise<Partner> {
  const body = {
    name,
    distributorContractId: contractId,
    allocatedCapacity: checkedBytes(allocatedBytes),
    ...(allowsOverdraft === undefined ? {} : { allowOverdraft: allowsOverdraft }),
  };
  return client.ask({ method: "POST", path: apiPath`/partner`, body }, parsePartner, signal);
}

export async function getPartner(
  client: ApiClient,
  partnerId: string,
  signal?: AbortSignal,
): Promise<Partner> {
  return client.ask({ method: "GET", path: apiPath`/partner/${partnerId}` }, parsePartner, signal);
}

/** Changes what is named and leaves the rest. */
export async function changePartner(
  client: ApiClient,
  partnerId: string,
  { name, allocatedBytes }: { name?: string; allocatedBytes?: number },
  signal?: AbortSignal,
): Promise<Partner> {
  const body = {
    ...(name === undefined ? {} : { name }),
    ...(allocatedBytes === undefined ? {} : { allocatedCapacity: checkedBytes(allocatedBytes) }),
  };
  const path = apiPath`/partner/${partnerId}`;
  return client.ask({ method: "PUT", path, body }, parsePartner, signal);
}

/** Refused by the API while the partner has storage accounts. */
export async function deletePartner(
  client: ApiClient,
  partnerId: string,
  signal?: AbortSignal,
): Promise<void> {
  return client.tell({ method: "DELETE", path: apiPath`/partner/${partnerId}` }, signal);
}

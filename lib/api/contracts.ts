import { type Listed, parseList, type WireShape } from "./answer";
import { apiPath } from "./api-path";
import { type ApiClient, LIST_LIMIT_BYTES } from "./client";
import { type Field, parseField } from "./field";
import { bytes, cents, id, text } from "./wire-values";

/** What a distributor bought. Capacities are bytes. */
export interface Contract {
  id: Field<string>;
  distributorId: Field<string>;
  details: Field<string>;
  currency: Field<string>;
  reservedBytes: Field<number>;
  /** Given to partners already. */
  allocatedBytes: Field<number>;
  /** Price per GB and month for use above what is reserved or allocated, in cents of `currency`. */
  excessCentsPerGbMonth: Field<number>;
  /** Deprecated by the vendor: always 0. Not to be shown as a price. */
  egressCentsPerGb: Field<number>;
}

const CONTRACT: WireShape<Contract> = {
  id: ["id", (sent) => parseField(id, sent)],
  distributorId: ["distributorId", (sent) => parseField(id, sent)],
  details: ["details", (sent) => parseField(text, sent)],
  currency: ["currency", (sent) => parseField(text, sent)],
  reservedBytes: ["reservedCapacity", (sent) => parseField(bytes, sent)],
  allocatedBytes: ["allocatedCapacity", (sent) => parseField(bytes, sent)],
  excessCentsPerGbMonth: ["costStorageGBCents", (sent) => parseField(cents, sent)],
  egressCentsPerGb: ["costEgressGBCents", (sent) => parseField(cents, sent)],
};

/** @throws `UnreadableAnswer` when the answer is no list. */
export function parseContracts(answer: unknown): Listed<Contract> {
  return parseList(CONTRACT, answer);
}

/** Every contract of a distributor. @throws `ApiError` and its subclasses, as all calls do. */
export async function listContracts(
  client: ApiClient,
  signal?: AbortSignal,
): Promise<Listed<Contract>> {
  const path = apiPath`/contract/list`;
  const request = { method: "GET", path, answerLimitBytes: LIST_LIMIT_BYTES } as const;
  return client.ask(request, parseContracts, signal);
}

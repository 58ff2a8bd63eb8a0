import { ApiNotFoundError } from "../../api/api-status-error";
import type { ApiClient } from "../../api/client";
import { listMembers } from "../../api/members";
import { getPartner, listPartners, type Partner } from "../../api/partners";
import type { StorageAccount } from "../../api/storage-account";
import { accountOf, accountsOf } from "../reading/storage-place";
import type { ObjectState, WriteOrder } from "./write-order";

/** The object a write is about, as the API tells it now. */
export interface FoundObject {
  /** `null`: it is not there. */
  state: ObjectState | null;
  id: string | null;
  /** Contract of a partner. */
  contractId: string | null;
  /** For a creation: ids of all that carry the same name (or e-mail address) now. */
  twins: string[];
}

const NOTHING: FoundObject = { state: null, id: null, contractId: null, twins: [] };

/**
 * Reads it with one harmless call, before a write and again where an answer was lost.
 *
 * @param known - Twins from before a creation: whoever else carries the name is the new one.
 * @throws `ApiError` when it cannot be read; "not there" is an answer, not an error.
 */
export async function readObject(
  client: ApiClient,
  order: WriteOrder,
  known: readonly string[] | null,
  signal?: AbortSignal,
): Promise<FoundObject> {
  switch (order.kind) {
    case "create-partner": {
      const { items } = await listPartners(client, order.contractId, signal);
      const named = items.filter(({ name }) => name.value === order.name);
      return newOne(named, known, (one) => ({ ...NOTHING, ...ofPartner(one) }));
    }
    case "create-member": {
      const { items } = await listMembers(client, order.partnerId, signal);
      const named = items.filter(({ email }) => sameAddress(email.value, order.email));
      return newOne(named, known, (one) => ({
        ...NOTHING,
        id: one.id.value ?? null,
        state: ofMember(one),
      }));
    }
    case "create-account": {
      const { items } = await accountsOf(client, order.partnerId, signal);
      const named = items.filter(
        ({ name, contactEmail }) =>
          name.value === order.name && sameAddress(contactEmail.value, order.contactEmail),
      );
      return newOne(named, known, (one) => ({ ...NOTHING, ...ofAccount(one) }));
    }
    case "change-partner":
    case "delete-partner":
      return unlessGone(async () => ({
        ...NOTHING,
        ...ofPartner(await getPartner(client, order.partnerId, signal)),
      }));
    case "remove-member": {
      const { items } = await listMembers(client, order.partnerId, signal);
      const member = items.find(({ id }) => id.value === order.memberId);
      return member ? { ...NOTHING, id: order.memberId, state: ofMember(member) } : NOTHING;
    }
    case "schedule-deletion":
    case "cancel-deletion":
      return unlessGone(async () => ({
        ...NOTHING,
        ...ofAccount(await accountOf(client, order.partnerId, order.storageAccountId, signal)),
      }));
  }
}

function newOne<T extends { id: { value?: string } }>(
  named: T[],
  known: readonly string[] | null,
  found: (one: T) => FoundObject,
): FoundObject {
  const twins = named.flatMap(({ id }) => id.value ?? []);
  if (known === null) return { ...NOTHING, twins };
  const one = named.find(({ id }) => id.value !== undefined && !known.includes(id.value));
  return one ? { ...found(one), twins } : { ...NOTHING, twins };
}

async function unlessGone(read: () => Promise<FoundObject>): Promise<FoundObject> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ApiNotFoundError) return NOTHING;
    throw error;
  }
}

function ofPartner(partner: Partner) {
  return {
    id: partner.id.value ?? null,
    contractId: partner.contractId.value ?? null,
    state: known({
      name: partner.name.value,
      allocatedBytes: partner.allocatedBytes.value,
      allowsOverdraft: partner.allowsOverdraft.value,
    }),
  };
}

function ofMember(member: {
  name: { value?: string };
  email: { value?: string };
  role: { value?: string };
}) {
  return known({ name: member.name.value, email: member.email.value, role: member.role.value });
}

function ofAccount(account: StorageAccount) {
  const deletion = account.pendingDeletion.value;
  return {
    id: account.id.value ?? null,
    state: known({
      name: account.name.value,
      allocatedBytes: account.allocatedBytes.value,
      allowsOverdraft: account.allowsOverdraft.value,
      email: account.contactEmail.value,
      deletion:
        deletion === undefined || deletion === null
          ? deletion
          : deletion.kind === "instant"
            ? deletion.at
            : deletion.day,
    }),
  };
}

function known(fields: { [K in keyof ObjectState]: ObjectState[K] | undefined }): ObjectState {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as ObjectState;
}

function sameAddress(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

import { allocatedOf, type IcmcState } from "../state.ts";
import type { ConsoleWorld, SignedIn } from "./answer-console.ts";

/** Totals and contracts for the first page. A channel partner sees its own share. */
export function overviewOf(who: SignedIn, { state }: ConsoleWorld) {
  const partnerIds = partnerIdsOf(who, state);
  const contracts = contractsOf(who, state);
  const partners = state.partners.filter(({ id }) => partnerIds.has(id));
  const accounts = state.accounts.filter(({ partnerId }) => partnerIds.has(partnerId));
  return {
    partners: partners.length,
    storageAccounts: accounts.length,
    reservedCapacity: sum(contracts.map((one) => one.reservedCapacity)),
    allocatedCapacity: sum(partners.map((one) => one.allocatedCapacity)),
    contracts: contracts.map((contract) => ({
      id: contract.id,
      details: contract.details,
      currency: contract.currency,
      reservedCapacity: contract.reservedCapacity,
      allocatedCapacity: allocatedOf(state, contract.id),
    })),
  };
}

export function partnersOf(who: SignedIn, { state }: ConsoleWorld) {
  const partnerIds = partnerIdsOf(who, state);
  return state.partners
    .filter(({ id }) => partnerIds.has(id))
    .map((partner) => ({
      id: partner.id,
      name: partner.name,
      details: partner.details,
      contract: state.contracts.find(({ id }) => id === partner.contractId)?.details ?? "",
      allocatedCapacity: partner.allocatedCapacity,
      storageAccounts: state.accounts.filter(({ partnerId }) => partnerId === partner.id).length,
      createdAt: new Date(partner.createdAtMs).toISOString(),
    }));
}

export function membersOf({ organisation }: SignedIn, { state }: ConsoleWorld) {
  return state.users
    .filter((user) => user.organisationId === organisation.id)
    .map(({ id, name, email, role, createdAtMs }) => ({
      id,
      name,
      email,
      role,
      createdAt: new Date(createdAtMs).toISOString(),
    }));
}

function contractsOf({ organisation }: SignedIn, state: IcmcState) {
  return state.contracts.filter((one) => one.organisationId === organisation.id);
}

function partnerIdsOf(who: SignedIn, state: IcmcState): Set<string> {
  if (who.organisation.kind === "partner") return new Set([who.organisation.partnerId ?? ""]);
  const contractIds = new Set(contractsOf(who, state).map(({ id }) => id));
  return new Set(
    state.partners.filter((one) => contractIds.has(one.contractId)).map(({ id }) => id),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import { created, noContent, ok, Refusal } from "../answer.ts";
import type { Partner } from "../state.ts";
import type { Call, Operation } from "./call.ts";
import { checkCapacityLeft, contractOf } from "./owned-contract.ts";

/** A partner under one of the caller's contracts. */
export function partnerOf({ state, caller }: Call, id: string): Partner {
  const mine = new Set(
    state.contracts.filter((one) => one.organisationId === caller.id).map((one) => one.id),
  );
  const partner = state.partners.find((one) => one.id === id && mine.has(one.contractId));
  if (!partner) throw new Refusal(404, "partner not found");
  return partner;
}

export function partnerOnWire(partner: Partner) {
  return {
    id: partner.id,
    name: partner.name,
    details: partner.details,
    distributorContractId: partner.contractId,
    allocatedCapacity: partner.allocatedCapacity,
    allowOverdraft: partner.allowOverdraft,
  };
}

export const partnerOperations: Operation[] = [
  { name: "POST /partner", role: "distributor", handle: create },
  {
    name: "GET /partner/{partnerID}",
    role: "distributor",
    handle: (call) => ok(partnerOnWire(partnerOf(call, call.parameter("partnerID")))),
  },
  { name: "PUT /partner/{partnerID}", role: "distributor", uuids: ["partnerID"], handle: change },
  {
    name: "DELETE /partner/{partnerID}",
    role: "distributor",
    uuids: ["partnerID"],
    handle: remove,
  },
];

function create(call: Call) {
  const body = call.body();
  const contract = contractOf(call, body.text("distributorContractId"));
  const name = body.text("name");
  checkNameIsFree(call, name, null);
  const allocatedCapacity = body.capacity("allocatedCapacity");
  checkCapacityLeft(call.state, contract, allocatedCapacity);
  const partner: Partner = {
    id: call.random.uuid(),
    contractId: contract.id,
    name,
    details: "",
    allocatedCapacity,
    allowOverdraft: body.has("allowOverdraft") ? body.boolean("allowOverdraft") : false,
    createdAtMs: call.nowMs,
  };
  call.state.partners.push(partner);
  return created(partnerOnWire(partner));
}

/** Everything is checked before anything is changed. */
function change(call: Call) {
  const partner = partnerOf(call, call.parameter("partnerID"));
  const body = call.body();
  const name = body.has("name") ? body.text("name") : partner.name;
  const allocatedCapacity = body.has("allocatedCapacity")
    ? body.capacity("allocatedCapacity")
    : partner.allocatedCapacity;
  checkNameIsFree(call, name, partner.id);
  const contract = contractOf(call, partner.contractId);
  checkCapacityLeft(call.state, contract, allocatedCapacity - partner.allocatedCapacity);
  const given = call.state.accounts
    .filter((account) => account.partnerId === partner.id)
    .reduce((sum, account) => sum + account.allocatedCapacity, 0);
  if (allocatedCapacity > 0 && allocatedCapacity < given) {
    throw new Refusal(400, `storage accounts of this partner already hold ${given} bytes`);
  }
  Object.assign(partner, { name, allocatedCapacity });
  return ok(partnerOnWire(partner));
}

function remove(call: Call) {
  const partner = partnerOf(call, call.parameter("partnerID"));
  if (call.state.accounts.some((account) => account.partnerId === partner.id)) {
    throw new Refusal(409, "the partner still has storage accounts");
  }
  call.state.partners = call.state.partners.filter((one) => one !== partner);
  call.state.members = call.state.members.filter((one) => one.partnerId !== partner.id);
  return noContent();
}

function checkNameIsFree({ state }: Call, name: string, exceptId: string | null): void {
  const taken = state.partners.some(
    (one) => one.id !== exceptId && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw new Refusal(409, "a partner with this name exists");
}

import { ok } from "../answer.ts";
import { allocatedOf, type Contract, type IcmcState } from "../state.ts";
import type { Operation } from "./call.ts";
import { contractOf } from "./owned-contract.ts";
import { partnerOnWire } from "./partners.ts";

export const contractOperations: Operation[] = [
  {
    name: "GET /contract/list",
    role: "distributor",
    handle: ({ state, caller }) =>
      ok(
        state.contracts
          .filter((contract) => contract.organisationId === caller.id)
          .map((contract) => contractOnWire(state, contract)),
      ),
  },
  {
    name: "GET /contract/{contractID}/partners",
    role: "distributor",
    uuids: ["contractID"],
    handle: (call) => {
      const contract = contractOf(call, call.parameter("contractID"));
      return ok(
        call.state.partners
          .filter((partner) => partner.contractId === contract.id)
          .map(partnerOnWire),
      );
    },
  },
];

function contractOnWire(state: IcmcState, contract: Contract) {
  return {
    id: contract.id,
    distributorId: contract.organisationId,
    details: contract.details,
    currency: contract.currency,
    reservedCapacity: contract.reservedCapacity,
    allocatedCapacity: allocatedOf(state, contract.id),
    costStorageGBCents: contract.costStorageGBCents,
    costEgressGBCents: "0",
  };
}

import { Refusal } from "../answer.ts";
import { allocatedOf, type Contract, type IcmcState } from "../state.ts";
import type { Call } from "./call.ts";

/** A contract of the caller. */
export function contractOf({ state, caller }: Call, id: string): Contract {
  const contract = state.contracts.find((one) => one.id === id && one.organisationId === caller.id);
  if (!contract) throw new Refusal(404, "contract not found");
  return contract;
}

/** Refuses more than the contract has left. A contract that reserves nothing has no such limit. */
export function checkCapacityLeft(state: IcmcState, contract: Contract, moreBytes: number): void {
  if (contract.reservedCapacity === 0 || moreBytes <= 0) return;
  const left = contract.reservedCapacity - allocatedOf(state, contract.id);
  if (moreBytes > left) {
    throw new Refusal(
      400,
      `not enough capacity left in the contract: ${left} bytes can be allocated`,
    );
  }
}

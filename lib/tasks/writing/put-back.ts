import type { JournalEntry } from "./journal";
import type { WriteOrder } from "./write-order";

/**
 * The write that undoes a finished one, where the API has such a thing.
 *
 * @returns `null` for what cannot be put back: a deleted partner would get a new id, a removed member
 * a new password, and a deletion cannot be scheduled for its old day again.
 */
export function putBackOrder({
  outcome,
  order,
  before,
  objectId,
}: JournalEntry): WriteOrder | null {
  if (outcome !== "done") return null;
  switch (order.kind) {
    case "change-partner": {
      const back: WriteOrder = { kind: "change-partner", partnerId: order.partnerId };
      if (order.name !== undefined && before?.name !== undefined) back.name = before.name;
      if (order.allocatedBytes !== undefined && before?.allocatedBytes !== undefined) {
        back.allocatedBytes = before.allocatedBytes;
      }
      return back.name === undefined && back.allocatedBytes === undefined ? null : back;
    }
    case "create-partner":
      return objectId === null ? null : { kind: "delete-partner", partnerId: objectId };
    case "create-member":
      return objectId === null
        ? null
        : { kind: "remove-member", partnerId: order.partnerId, memberId: objectId };
    case "create-account":
      return objectId === null
        ? null
        : { kind: "schedule-deletion", partnerId: order.partnerId, storageAccountId: objectId };
    case "schedule-deletion":
      return { ...order, kind: "cancel-deletion" };
    case "cancel-deletion":
    case "delete-partner":
    case "remove-member":
      return null;
  }
}

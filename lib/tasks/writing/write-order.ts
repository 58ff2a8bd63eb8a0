import type { NewMember } from "../../api/members";
import type { PartnerId } from "../reading/storage-place";

/**
 * One change somebody wants, as plain JSON. Passwords travel beside it ({@link WriteSecrets}) and
 * are written nowhere. `partnerId: null` means the channel partner's own storage accounts.
 */
export type WriteOrder =
  | {
      kind: "create-partner";
      contractId: string;
      name: string;
      allocatedBytes: number;
      allowsOverdraft: boolean;
    }
  | { kind: "change-partner"; partnerId: string; name?: string; allocatedBytes?: number }
  | { kind: "delete-partner"; partnerId: string }
  | {
      kind: "create-member";
      partnerId: string;
      email: string;
      role: NewMember["role"];
      name: string;
    }
  | { kind: "remove-member"; partnerId: string; memberId: string }
  | {
      kind: "create-account";
      partnerId: PartnerId;
      name: string;
      contactEmail: string;
      allocatedBytes: number;
      allowsOverdraft: boolean;
    }
  | { kind: "schedule-deletion"; partnerId: PartnerId; storageAccountId: string }
  | { kind: "cancel-deletion"; partnerId: PartnerId; storageAccountId: string };

export interface WriteSecrets {
  password?: string;
}

/** What of an object a write touches, before or after it; absent fields are not known. */
export interface ObjectState {
  name?: string;
  allocatedBytes?: number;
  allowsOverdraft?: boolean;
  email?: string;
  role?: string;
  /** ISO instant or day; `null` while no deletion is pending. */
  deletion?: string | null;
}

/** The state the object would have; `null` when it would be gone. */
export function stateAfter(order: WriteOrder, before: ObjectState | null): ObjectState | null {
  switch (order.kind) {
    case "create-partner":
      return pick(order, "name", "allocatedBytes", "allowsOverdraft");
    case "change-partner":
      return { ...before, ...pick(order, "name", "allocatedBytes") };
    case "create-member":
      return pick(order, "name", "email", "role");
    case "create-account":
      return {
        ...pick(order, "name", "allocatedBytes", "allowsOverdraft"),
        email: order.contactEmail,
        deletion: null,
      };
    case "cancel-deletion":
      return { ...before, deletion: null };
    case "schedule-deletion":
      // The API chooses the day: 30 days from now, by its documentation.
      return { ...before, deletion: "" };
    case "delete-partner":
    case "remove-member":
      return null;
  }
}

function pick<O extends object, K extends keyof O>(order: O, ...names: K[]): Pick<O, K> {
  const picked: Partial<O> = {};
  for (const name of names) if (order[name] !== undefined) picked[name] = order[name];
  return picked as Pick<O, K>;
}

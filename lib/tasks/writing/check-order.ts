import type { WriteOrder } from "./write-order";

/** What was asked for cannot be a write; nothing was sent. */
export class MalformedOrderError extends Error {
  override name = "MalformedOrderError";
}

const TEXTS = [
  "contractId",
  "partnerId",
  "memberId",
  "storageAccountId",
  "name",
  "email",
  "contactEmail",
  "role",
];
const KINDS: Record<WriteOrder["kind"], readonly string[]> = {
  "create-partner": ["contractId", "name", "allocatedBytes", "allowsOverdraft"],
  "change-partner": ["partnerId", "name?", "allocatedBytes?"],
  "delete-partner": ["partnerId"],
  "create-member": ["partnerId", "email", "role", "name"],
  "remove-member": ["partnerId", "memberId"],
  "create-account": ["partnerId", "name", "contactEmail", "allocatedBytes", "allowsOverdraft"],
  "schedule-deletion": ["partnerId", "storageAccountId"],
  "cancel-deletion": ["partnerId", "storageAccountId"],
};

/** Types vanish between two contexts, and what is recorded must be what is sent: nothing more crosses. */
export function checkOrder(sent: WriteOrder): WriteOrder {
  const fields = Object.hasOwn(KINDS, sent.kind) ? KINDS[sent.kind] : undefined;
  if (!fields) throw new MalformedOrderError("unknown kind");
  const order: Record<string, unknown> = { kind: sent.kind };
  for (const field of fields) {
    const name = field.replace("?", "");
    const value = (sent as unknown as Record<string, unknown>)[name];
    if (value === undefined && field.endsWith("?")) continue;
    const isOwn = name === "partnerId" && value === null && /account|deletion/.test(sent.kind);
    const isText = TEXTS.includes(name) && typeof value === "string" && value.length <= 500;
    const isBytes = name === "allocatedBytes" && Number.isSafeInteger(value) && Number(value) >= 0;
    const isFlag = name === "allowsOverdraft" && typeof value === "boolean";
    if (!(isOwn || isText || isBytes || isFlag)) throw new MalformedOrderError(name);
    order[name] = value;
  }
  return order as unknown as WriteOrder;
}

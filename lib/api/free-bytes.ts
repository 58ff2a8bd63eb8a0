import type { Contract } from "./contracts";
import type { Field } from "./field";

/** What can still be given to partners, in bytes; negative when more was given than is reserved. */
export function freeBytes({
  reservedBytes,
  allocatedBytes,
}: Pick<Contract, "reservedBytes" | "allocatedBytes">): Field<number> {
  if (reservedBytes.missing) return reservedBytes;
  if (allocatedBytes.missing) return allocatedBytes;
  return { value: reservedBytes.value - allocatedBytes.value };
}

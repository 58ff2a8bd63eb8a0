import type { Columns } from "./columns";

/** @param things - Each has the fields of the first, no more and no less: see {@link alike}. */
export function toColumns(things: readonly object[]): Columns {
  const fields = Object.keys(things[0] ?? {});
  const columns = fields.map((field) => things.map((one) => (one as Members)[field]));
  return { fields, columns };
}

/** Whether both have the same fields. */
export function alike(one: object, other: object): boolean {
  const fields = Object.keys(one);
  return fields.length === Object.keys(other).length && fields.every((field) => field in other);
}

type Members = Record<string, unknown>;

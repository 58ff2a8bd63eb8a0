/** Things of one shape as one list for each of their fields: two thirds of the text, read in half the time. */
export interface Columns {
  fields: string[];
  /** One for each field; all are of the same length. */
  columns: unknown[][];
}

/** What `toColumns` took. */
export function fromColumns<T>({ fields, columns }: Columns): T[] {
  const count = columns[0]?.length ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const thing: Members = {};
    for (let of = 0; of < fields.length; of++) thing[fields[of] as string] = columns[of]?.[at];
    return thing as T;
  });
}

type Members = Record<string, unknown>;

import { NIL_UUID, parseRow, type Row } from "./format";
import type { Manifest } from "./manifest";
import { isPinned, pinsOf } from "./row-set";

/** Ids of rows that are missing, altered, or not the vault's. */
export async function damagedRowIds(
  manifest: Manifest | null,
  stored: readonly unknown[],
): Promise<string[]> {
  if (!manifest) return [NIL_UUID];
  const pins = pinsOf(manifest);
  const checked = await Promise.all(
    stored.map(async (value) => {
      const row = parseRow(value);
      return { value, row, isSound: row !== null && (await isPinned(row, pins)) };
    }),
  );
  const present = new Set(checked.map(({ row }) => row && `${row.kind} ${row.part} ${row.id}`));
  const missing = manifest.rows.filter(({ kind, id, parts }) =>
    parts.some(({ part }) => !present.has(`${kind} ${part} ${id}`)),
  );
  const unsound = checked
    .filter(({ row, isSound }) => !isSound && !isManifest(row))
    .map(({ value }) => idOf(value));
  return [...new Set([...missing.map(({ id }) => id), ...unsound])];
}

/** The manifest proved itself by its MAC; it cannot list its own hash. */
function isManifest(row: Row | null): boolean {
  return row?.kind === "manifest" && row.id === NIL_UUID && row.part === 0;
}

/** The id a stored value goes by, even where the rest of it is not a row. */
function idOf(value: unknown): string {
  const { id } = value as { id: unknown };
  return typeof id === "string" ? id : NIL_UUID;
}

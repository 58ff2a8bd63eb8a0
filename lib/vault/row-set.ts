import type { Bytes } from "./bytes";
import { boundTo, openRow, partHash } from "./envelope";
import { parseRow, type Row } from "./format";
import type { Manifest, PartEntry } from "./manifest";
import { unpadJson } from "./unpad";
import type { VaultKeys } from "./vault-key";

/** Finds the manifest's word on a row; built once for each manifest. */
export type Pins = (row: Row) => PartEntry | undefined;

const built = new WeakMap<Manifest, Pins>();

export function pinsOf(manifest: Manifest): Pins {
  let pins = built.get(manifest);
  if (!pins) {
    pins = buildPins(manifest);
    built.set(manifest, pins);
  }
  return pins;
}

function buildPins(manifest: Manifest): Pins {
  const pins = new Map<string, PartEntry>();
  for (const { kind, id, parts } of manifest.rows)
    for (const entry of parts) pins.set(`${kind} ${entry.part} ${id}`, entry);
  return (row) => pins.get(`${row.kind} ${row.part} ${row.id}`);
}

export async function isPinned(row: Row, pins: Pins, bound?: Bytes): Promise<boolean> {
  const pin = pins(row);
  return pin?.revision === row.revision && pin.hash === (await partHash(row, bound));
}

/**
 * The JSON inside a stored row.
 *
 * @param pins - `null` when the manifest is lost: the row then speaks for itself.
 * @returns `null` when it is not the row the manifest means, or does not open.
 */
export async function openListed(
  keys: VaultKeys,
  pins: Pins | null,
  stored: unknown,
): Promise<{ row: Row; content: Record<string, unknown> } | null> {
  const row = parseRow(stored);
  if (!row) return null;
  const bound = await boundTo(row);
  const [pinned, plaintext] = await Promise.all([
    pins ? isPinned(row, pins, bound) : true,
    openRow(keys, row, bound),
  ]);
  const content = pinned && plaintext ? unpadJson(plaintext) : null;
  plaintext?.fill(0);
  const isObject = typeof content === "object" && content !== null;
  return isObject ? { row, content: content as Record<string, unknown> } : null;
}

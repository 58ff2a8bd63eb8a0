import type { ApiKey } from "../keys/api-key";
import { matchesOf, type RowMatch } from "../keys/match";
import type { RowFacts } from "../keys/row-facts";
import type { Vault } from "../vault/vault";
import { checkRow } from "./mark-rows";
import { putSightings, readSightings, type Sightings } from "./sightings";

const MOST_LISTS = 4;
/** More would not fit into one record of the vault; then nothing is said of the others. */
const MOST_IDS = 60;
const MOST_ROWS = 2_000;

/** Notes a whole list as the page told it. A locked vault notes nothing. */
export async function noteWholeList(vault: Vault, sent: unknown, nowMs: number): Promise<void> {
  if ((await vault.state()) !== "open") return;
  if (!Array.isArray(sent) || sent.length > MOST_ROWS) return;
  const rows = sent.map(checkRow);
  if (rows.includes(null)) return;
  const [keys, before] = await Promise.all([vault.keys(), readSightings(vault)]);
  const after = afterWholeList(before, matchesOf(rows as RowFacts[], keys), keys, nowMs);
  if (JSON.stringify(after) !== JSON.stringify(before)) await putSightings(vault, after);
}

/**
 * What is known after a whole list was seen. A key is only missed where it was seen before, in the
 * same list: together with one that is still there. So the list of another account takes none away.
 */
export function afterWholeList(
  before: Sightings,
  matches: Pick<RowMatch, "keyId" | "isCertain">[],
  keys: Pick<ApiKey, "id" | "end">[],
  nowMs: number,
): Sightings {
  const present = new Set(matches.flatMap(({ keyId }) => keyId ?? []));
  const certain = matches.flatMap(({ keyId, isCertain }) => (isCertain && keyId ? [keyId] : []));
  if (certain.length === 0) return before;
  const common = (list: string[]) => list.filter((id) => certain.includes(id)).length;
  const same = [...before.lists].sort((a, b) => common(b) - common(a)).find((l) => common(l) > 0);
  const isKept = (id: string) => keys.some((key) => key.id === id);
  const missed = (same ?? []).filter((id) => !present.has(id));
  const isOver = (id: string) =>
    keys.some((key) => key.id === id && key.end.kind === "at" && Date.parse(key.end.at) < nowMs);
  const tidy = (ids: string[]) => [...new Set(ids)].filter(isKept).sort().slice(-MOST_IDS);
  const others = before.lists.filter((list) => list !== same);
  return {
    lists: [...others, tidy(certain)].slice(-MOST_LISTS),
    gone: tidy([...before.gone.filter((id) => !present.has(id)), ...missed]),
    expired: tidy([
      ...before.expired.filter((id) => !missed.includes(id) && !present.has(id)),
      ...certain.filter(isOver),
    ]),
  };
}

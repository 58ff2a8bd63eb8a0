import { matchesOf } from "../../keys/match";
import type { RowFacts } from "../../keys/row-facts";
import type { Vault } from "../../vault/vault";
import { checkRow } from "../mark-rows";
import { stageOf } from "./rotation";
import { readRotations } from "./rotations";

/**
 * Index of the row of a replaced key that the person is to delete now; `"unsure"` when none surely
 * is its row, `null` when there is nothing to point at.
 */
export type RowToDelete = number | "unsure" | null;

const MOST_ROWS = 2_000;

/**
 * Which of the rows on screen shows the replaced key that may be deleted now.
 *
 * @returns its index; `"unsure"` when none surely does; `null` when there is nothing to point at,
 *   for something may still use the key, or that cannot be known while the vault is locked.
 */
export async function pointedRow(
  vault: Vault,
  oldKeyId: string | null,
  sent: unknown,
): Promise<RowToDelete> {
  if (oldKeyId === null || !Array.isArray(sent) || sent.length > MOST_ROWS) return null;
  if ((await vault.state()) !== "open") return null;
  const [keys, rotations] = await Promise.all([vault.keys(), readRotations(vault)]);
  const rotation = rotations.find((one) => one.oldKeyId === oldKeyId);
  const old = keys.find(({ id }) => id === oldKeyId);
  if (!rotation || !old || stageOf(rotation, old.tags) !== "deleting") return null;
  const checked = sent.map(checkRow);
  if (checked.includes(null)) return null;
  const matches = matchesOf(checked as RowFacts[], keys);
  const at = matches.findIndex(({ keyId, isCertain }) => keyId === oldKeyId && isCertain);
  return at < 0 ? "unsure" : at;
}

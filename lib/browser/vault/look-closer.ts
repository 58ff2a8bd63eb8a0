import type { ApiKey } from "../../keys/api-key";
import { countUnbacked } from "../../tasks/backup-note";
import type { CompanionState } from "../../tasks/companion-state";
import type { VaultReader } from "../../vault/vault-reader";

type Open = Extract<CompanionState, { kind: "open" }>;

/** What a view tells of the vault a moment after the rest: it takes every row to know. */
export async function lookCloser(
  view: VaultReader,
  keys: readonly ApiKey[],
): Promise<Pick<Open, "damaged" | "findings" | "unbacked">> {
  const [rows, findings, unbacked] = await Promise.all([
    view.damagedRows(),
    view.findings(),
    countUnbacked(view, keys, Date.now()),
  ]);
  return { damaged: rows.length, findings, unbacked };
}

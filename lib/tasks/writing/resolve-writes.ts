import type { Vault } from "../../vault/vault";
import { clientFor, keptKey, type Network } from "../key-client";
import { isUnderWay, settleByReading } from "./carry-out";
import { changeInJournal, readJournal } from "./journal";

/**
 * Finds out about writes nobody knows the end of: the worker died while sending, or the object could
 * not be read afterwards. Reads only; a write is never sent a second time.
 *
 * @returns how many are still open.
 */
export async function resolveWrites(vault: Vault, network: Network): Promise<number> {
  if ((await vault.state()) !== "open") return 0;
  const open = (await readJournal(vault)).filter(
    ({ id, outcome }) => !isUnderWay(id) && (outcome === "sending" || outcome === "unknown"),
  );
  const keys = await vault.keys();
  let left = 0;
  for (const entry of open) {
    if (!keys.some(({ id }) => id === entry.key.id)) {
      left++;
      continue;
    }
    const client = clientFor(await keptKey(vault, entry.key.id), vault, network);
    const settled = await settleByReading(client, entry, network);
    if (settled.outcome === "unknown") left++;
    await changeInJournal(vault, entry.id, settled);
  }
  return left;
}

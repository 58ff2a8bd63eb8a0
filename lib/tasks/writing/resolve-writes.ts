import type { Vault } from "../../vault/vault";
import type { Network } from "../key-client";
import { isUnderWay } from "./carry-out";
import { readJournal } from "./journal";
import { isOpen, resolveWrite } from "./settle-write";

/**
 * Finds out about writes nobody knows the end of: the worker died while sending, or the object could
 * not be read afterwards. Reads only; a write is never sent a second time.
 *
 * @returns how many are still open.
 */
export async function resolveWrites(vault: Vault, network: Network): Promise<number> {
  if ((await vault.state()) !== "open") return 0;
  const open = (await readJournal(vault)).filter((entry) => !isUnderWay(entry.id) && isOpen(entry));
  const keys = new Set((await vault.keys()).map(({ id }) => id));
  let left = 0;
  for (const entry of open) {
    // Without its key nothing can be read; the entry stays open until somebody adds the key again.
    const known = keys.has(entry.key.id) ? await resolveWrite(vault, entry, network) : entry;
    if (isOpen(known)) left++;
  }
  return left;
}

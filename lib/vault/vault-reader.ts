import { isNewer } from "./format";
import { heldTokens } from "./held-tokens";
import { MANIFEST_KEY } from "./manifest";
import { readDocument } from "./read-document";
import { listKeys, readToken } from "./read-records";
import { readWithManifest } from "./read-with-manifest";
import { damagedRowIds } from "./row-set";
import { currentSession, extendSession, sessionDueAtMs } from "./session";
import { slotFacts } from "./slot-facts";
import type { Vault } from "./vault-api";
import type { VaultGate } from "./vault-gate";

/** What a view shows of the vault without changing it. */
export type VaultReader = Pick<
  Vault,
  | ("state" | "keys" | "token" | "document" | "heldTokens")
  | ("waysIn" | "findings" | "damagedRows" | "touch" | "lockWhenDue")
>;

/** Enough to read what is kept beside the keys. */
export type Documents = Pick<VaultReader, "document">;

/** The reading half of the vault: all that a popup needs for its first picture. */
export function readVault(gate: VaultGate): VaultReader {
  const { place } = gate;
  const { db } = place;
  return {
    async state() {
      const transaction = db.transaction("rows");
      const [count, stored] = await Promise.all([
        transaction.store.count(),
        transaction.store.get(MANIFEST_KEY),
      ]);
      if (count === 0) {
        // An empty database is rare, and what to do about it is much.
        const { recoverLost } = await import("./recover-lost");
        const left = await recoverLost(place);
        return left === "recovered" ? "locked" : left;
      }
      if (isNewer(stored)) return "newer";
      const keys = await gate.keysIfOpen();
      if (!keys) return "locked";
      if (!(await gate.verified(keys, stored))) return "damaged";
      return (await currentSession(place))?.isOlder ? "older" : "open";
    },

    async lockWhenDue() {
      return (await currentSession(place)) ? sessionDueAtMs(place.session) : null;
    },
    touch: () => extendSession(place),

    keys: () => listKeys(gate),
    token: (id) => readToken(gate, id),
    document: (kind, name) => readDocument(gate, kind, name),
    heldTokens: () => heldTokens(gate),
    waysIn: () => slotFacts(db),
    findings: async () => (await currentSession(place))?.findings ?? [],

    async damagedRows() {
      const keys = await gate.keys();
      const { stored, found } = await readWithManifest(db, ({ rows }) => rows.getAll());
      return damagedRowIds(await gate.verified(keys, stored), found);
    },
  };
}

import { NewerFormatError } from "./errors";
import { isNewer } from "./format";
import { heldTokens } from "./held-tokens";
import { MANIFEST_KEY, type Manifest } from "./manifest";
import { readDocument } from "./read-document";
import { listKeys, readToken } from "./read-records";
import { readManifestTogether } from "./read-together";
import { readWithManifest } from "./read-with-manifest";
import { currentSession, extendSession, sessionDueAtMs } from "./session";
import { slotFacts } from "./slot-facts";
import type { Vault, VaultState } from "./vault-api";
import { hasNoRows } from "./vault-db";
import type { VaultGate } from "./vault-gate";

/** What a view shows of the vault without changing it. */
export type VaultReader = Pick<
  Vault,
  | ("state" | "isUnlocked" | "keys" | "token" | "document" | "heldTokens")
  | ("waysIn" | "findings" | "damagedRows" | "touch" | "lockWhenDue")
>;

/** Enough to read what is kept beside the keys. */
export type Documents = Pick<VaultReader, "document">;

/** The reading half of the vault: all that a popup needs for its first picture. */
export function readVault(gate: VaultGate): VaultReader {
  const { place } = gate;
  const { db } = place;
  return {
    state: () => stateOf(gate),
    isUnlocked: async () => (await gate.keysIfOpen()) !== null,

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
      // Asked for once the picture stands.
      const { damagedRowIds } = await import("./damaged-rows");
      return damagedRowIds(await gate.verified(keys, stored), found);
    },
  };
}

async function stateOf(gate: VaultGate): Promise<VaultState> {
  const { place } = gate;
  const keys = await gate.keysIfOpen();
  let stored: unknown;
  let manifest: Manifest | null = null;
  try {
    if (keys) ({ stored, manifest } = await readManifestTogether(gate, keys));
    else stored = await place.db.get("rows", MANIFEST_KEY);
  } catch (error) {
    if (error instanceof NewerFormatError) return "newer";
    throw error;
  }
  if (stored === undefined && (await hasNoRows(place.db))) {
    // An empty database is rare, and what to do about it is much.
    const { recoverLost } = await import("./recover-lost");
    const left = await recoverLost(place);
    return left === "recovered" ? "locked" : left;
  }
  if (isNewer(stored)) return "newer";
  if (!keys) return "locked";
  if (!manifest) return "damaged";
  return gate.isOlder ? "older" : "open";
}

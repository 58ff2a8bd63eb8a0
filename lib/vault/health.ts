import { macOf, readAnchor } from "./anchor";
import { damagedRowIds } from "./damaged-rows";
import { parseRow } from "./format";
import { MANIFEST_KEY } from "./manifest";
import { mirrorManifest } from "./mirror";
import { readWithManifest } from "./read-with-manifest";
import type { Finding } from "./reconcile";
import { currentSession } from "./session";
import { type SlotFacts, slotFacts } from "./slot-facts";
import type { VaultGate } from "./vault-gate";

/** How the vault stands, for its owner to see. Read while unlocked. */
export interface VaultHealth {
  /** Ids of rows that are missing, altered or not the vault's. */
  damaged: string[];
  /** `behind`: the second copy is not at the latest state; `missing`: there is none. */
  copies: "agree" | "behind" | "missing";
  /** What was put right at this unlock. */
  findings: Finding[];
  slots: SlotFacts[];
  /** Changes since the vault was made. */
  generation: number;
  keepsHours: boolean;
  strict: boolean;
}

/** Everything but the settings, which others read. */
export async function readHealth(
  gate: VaultGate,
): Promise<Omit<VaultHealth, "keepsHours" | "strict">> {
  const { place } = gate;
  const keys = await gate.keys();
  const session = await currentSession(place);
  const { stored, found } = await readWithManifest(place.db, ({ rows }) => rows.getAll());
  const manifest = await gate.verified(keys, stored);
  const [damaged, slots] = await Promise.all([damagedRowIds(manifest, found), slotFacts(place.db)]);
  return {
    damaged,
    slots,
    copies: await compareCopies(gate, stored),
    findings: session?.findings ?? [],
    generation: manifest?.generation ?? 0,
  };
}

async function compareCopies(gate: VaultGate, stored: unknown): Promise<VaultHealth["copies"]> {
  const found = await compareManifests(gate, stored);
  if (found !== "behind") return found;
  // Snapshots do not wait for the second copy, so it may be on its way.
  const { db, second } = gate.place;
  await second.exclusively(async () => null);
  return compareManifests(gate, await db.get("rows", MANIFEST_KEY));
}

async function compareManifests(
  { place }: VaultGate,
  stored: unknown,
): Promise<VaultHealth["copies"]> {
  const [copied, anchor] = await Promise.allSettled([
    mirrorManifest(place.second),
    readAnchor(place.second),
  ]);
  const own = parseRow(stored);
  const other = copied.status === "fulfilled" ? parseRow(copied.value) : null;
  if (!own || !other) return "missing";
  const isAnchored = anchor.status === "fulfilled" && anchor.value?.mac === macOf(own);
  return macOf(own) === macOf(other) && isAnchored ? "agree" : "behind";
}

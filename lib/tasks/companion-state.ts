import type { ApiKey } from "../keys/api-key";
import type { HeldToken } from "../vault/held-tokens";
import type { Finding } from "../vault/reconcile";
import type { SlotFacts } from "../vault/slot-facts";
import type { VaultReader } from "../vault/vault-reader";
import { type ContractsSnapshot, readContractsSnapshot } from "./contracts-snapshot";
import { type KnownLimits, readFormLimits } from "./creation/form-limits";
import { type KeyDraft, readKeyDraft } from "./creation/key-draft";
import { readPreferences } from "./preferences";
import { type AccountSide, readSide } from "./reading/account-side";
import type { Rotation } from "./rotation/rotation";
import { readRotations } from "./rotation/rotations";
import { readSightings, type Sightings } from "./sightings";

/** Everything popup and workspace draw. */
export type CompanionState =
  | { kind: "loading" }
  /** Unlocked; what is in it is not read yet. */
  | { kind: "opening" }
  | { kind: "none" }
  | { kind: "locked"; waiting: number; ways: SlotFacts["kind"][] }
  | {
      kind: "open";
      keys: ApiKey[];
      held: HeldToken[];
      keyInUse: string | null;
      contracts: ContractsSnapshot | null;
      /** Whose key the one in use is; `null` while that is not known. */
      side: AccountSide | null;
      draft: KeyDraft | null;
      /** What the console's form takes; `null` before it was seen. */
      formLimits: KnownLimits | null;
      rotations: Rotation[];
      /** What the console's list told of them. */
      sightings: Sightings;
      /** Read-only: both copies are older than what was last seen here. */
      isOlder: boolean;
      /** What this unlock put right; known a moment after the rest. */
      findings: Finding[];
      /** Keys kept for a week and in no backup; known a moment after the rest. */
      unbacked: number;
      /** Rows of the vault that are missing, altered or foreign; known a moment after the rest. */
      damaged: number;
    }
  | { kind: "unusable"; reason: "gone" | "newer" | "damaged" }
  /** Reading threw; nothing can be said about the vault. */
  | { kind: "failed" };

/**
 * @param onOpen - The vault is unlocked, and reading its keys begins.
 * @param isToldOpen - An unlock was just heard of, so that it is worth to begin without asking.
 */
export async function readCompanionState(
  vault: VaultReader,
  onOpen: () => void = () => undefined,
  isToldOpen = false,
): Promise<CompanionState> {
  // All of it is asked for in one turn, and answered from one look at the vault.
  const reading = isToldOpen || (await vault.isUnlocked()) ? readOpen(vault) : null;
  reading?.catch(() => undefined);
  const state = await vault.state();
  if (state === "none") return { kind: "none" };
  if (state === "locked") return readLocked(vault);
  if (state !== "open" && state !== "older") return { kind: "unusable", reason: state };
  onOpen();
  return { ...(await (reading ?? readOpen(vault))), isOlder: state === "older" };
}

type Open = Extract<CompanionState, { kind: "open" }>;

async function readOpen(vault: VaultReader): Promise<Omit<Open, "isOlder">> {
  const [keys, held, { keyInUse }, draft, formLimits, rotations, sightings] = await Promise.all([
    vault.keys(),
    vault.heldTokens(),
    readPreferences(vault),
    readKeyDraft(vault),
    readFormLimits(vault),
    readRotations(vault),
    readSightings(vault),
  ]);
  const [contracts, side] =
    keyInUse === null
      ? [null, null]
      : await Promise.all([readContractsSnapshot(vault, keyInUse), readSide(vault, keyInUse)]);
  keys.sort(byDescription);
  return {
    kind: "open",
    findings: [],
    unbacked: 0,
    keys,
    held,
    keyInUse,
    contracts,
    side,
    draft,
    formLimits,
    rotations,
    sightings,
    damaged: 0,
  };
}

async function readLocked(vault: VaultReader): Promise<CompanionState> {
  const [held, ways] = await Promise.all([vault.heldTokens(), vault.waysIn()]);
  return { kind: "locked", waiting: held.length, ways: ways.map(({ kind }) => kind) };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function byDescription(one: ApiKey, other: ApiKey): number {
  return (
    collator.compare(one.description, other.description) || one.savedAt.localeCompare(other.savedAt)
  );
}

import { type CompanionState, readCompanionState } from "../../tasks/companion-state";
import type { JustOpened } from "../../vault/just-opened";
import { readKeyIndexAhead } from "../../vault/key-index";
import { onOpening, onVaultChange } from "./vault-changes";
import { ownGate, vaultView } from "./vault-view";

type Open = Extract<CompanionState, { kind: "open" }>;
type Looked = Pick<Open, "damaged" | "findings" | "unbacked">;

/** Looking for damage reads every row: not before the picture stands and nothing changes any more. */
const QUIET_MS = 250;
/** Keys that come sooner are drawn in place of the locked picture. */
const PATIENCE_MS = 60;
/** So long after a word that the vault is opening it is open, or will not be. */
const DROP_MS = 2_000;

/**
 * Reads the vault with the key in `storage.session`, so that the first picture waits for no worker,
 * and again whenever something changed. Changes that come while it reads are read together.
 *
 * @returns a function that stops following it.
 */
export function followVault(show: (state: CompanionState) => void): () => void {
  let isOver = false;
  let isReading = false;
  let isAgain = false;
  let heard: JustOpened | null = null;
  let shown: CompanionState["kind"] | null = null;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let dropping: ReturnType<typeof setTimeout> | undefined;
  let looked: Looked | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;

  async function read(opened: JustOpened | null = null): Promise<void> {
    heard = opened;
    isAgain = true;
    if (isReading) return;
    isReading = true;
    while (isAgain && !isOver) {
      isAgain = false;
      clearTimeout(looking);
      await readOnce();
    }
    isReading = false;
  }

  /** An unlock is nearly done. Should it fail, its key is not kept here. */
  async function getReady(opening: JustOpened): Promise<void> {
    const gate = await ownGate();
    gate.hear(opening);
    clearTimeout(dropping);
    dropping = setTimeout(() => gate.hear(null), DROP_MS);
    await readKeyIndexAhead(gate);
  }

  async function readOnce(): Promise<void> {
    const state = await Promise.all([vaultView(), ownGate()])
      .then(([view, gate]) => {
        gate.hear(heard);
        return readCompanionState(view, showOpening, heard !== null).finally(() => gate.hear(null));
      })
      .catch((): CompanionState => ({ kind: "failed" }));
    clearTimeout(opening);
    // What was read before a lock must not come into view behind it.
    if (isOver || (isAgain && state.kind === "open" && !(await isUnlocked()))) return;
    shown = state.kind;
    if (state.kind !== "open") {
      looked = null;
      show(state);
      return;
    }
    show({ ...state, ...looked });
    looking = setTimeout(() => void look(state), QUIET_MS);
  }

  function showOpening(): void {
    if (isOver || shown === "open") return;
    const draw = () => show({ kind: "opening" });
    if (shown === null) draw();
    // In place of what stands already it would only keep the keys waiting.
    else opening = setTimeout(draw, PATIENCE_MS);
  }

  async function look(state: Open): Promise<void> {
    const mine = looking;
    const { lookCloser } = await import("./look-closer");
    const [found] = await Promise.allSettled([lookCloser(await vaultView(), state.keys)]);
    // Locked in the meantime, or changed: then it is looked at again, or not at all.
    if (found.status === "rejected" || isOver || looking !== mine || isReading) return;
    const before = looked;
    looked = found.value;
    if (JSON.stringify(before ?? NOTHING) !== JSON.stringify(looked)) show({ ...state, ...looked });
  }

  // Opening a view is use; one that is merely left open is not.
  void read().then(async () => (await vaultView()).touch());
  const stops = [
    onVaultChange((opened) => void read(opened)),
    onOpening((opening) => void getReady(opening)),
  ];
  return () => {
    isOver = true;
    clearTimeout(opening);
    clearTimeout(looking);
    for (const stop of stops) stop();
  };
}

const NOTHING: Looked = { damaged: 0, findings: [], unbacked: 0 };

async function isUnlocked(): Promise<boolean> {
  return (await vaultView()).isUnlocked();
}

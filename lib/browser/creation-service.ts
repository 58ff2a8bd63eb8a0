import type { Capture } from "../keys/api-key";
import type { CaptureState, HandsOrder, KeyWish } from "../messages";
import { checkCapture } from "../tasks/capture";
import { findCaptured, testCreated } from "../tasks/creation/created-key";
import { type CreationEvent, interruptedCreation } from "../tasks/creation/creation";
import { createCreationRunner } from "../tasks/creation/creation-runner";
import { putKeyDraft } from "../tasks/creation/key-draft";
import { checkWish } from "../tasks/creation/key-wish";
import { putOpenCreation, readOpenCreation } from "../tasks/creation/open-creation";
import { saveHeldToken } from "../tasks/keep-token";
import type { Network } from "../tasks/key-client";
import type { Vault } from "../vault/vault";
import { readCreation, writeCreation } from "./creation-store";
import { creationWorld } from "./creation-world";

export interface CreationService {
  /** `false` while another one is under way. */
  start(vault: Vault, wish: KeyWish): Promise<boolean>;
  tell(event: CreationEvent): Promise<void>;
  report(sent: unknown): Promise<HandsOrder>;
  /** The key that was asked for is saved without a further click; any other token stays held. */
  keepIfAskedFor(sent: unknown, state: CaptureState): Promise<CaptureState>;
  /** Whatever a dead worker left is taken up again. */
  resume(): Promise<void>;
  /** The vault can be written again: what waited for that is done. */
  unlocked(): Promise<void>;
  dismiss(): Promise<void>;
}

/** The creation of keys as the background serves it. */
export function creationService({
  ownVault,
  changing,
  network,
}: {
  ownVault: () => Promise<Vault>;
  changing: <T>(change: (vault: Vault) => Promise<T>) => Promise<T>;
  network: Network;
}): CreationService {
  const runner = createCreationRunner(
    creationWorld({
      test: (captureId) => changing((vault) => testCreated(vault, captureId, network)),
      findCaptured: async (creation) => findCaptured(await ownVault(), creation),
      ended: async () => clearOpen(await ownVault()),
    }),
  );

  async function clearOpen(vault: Vault): Promise<void> {
    if ((await vault.state()) === "open") await putOpenCreation(vault, null);
  }

  return {
    start: async (vault, wish) => {
      const checked = checkWish(wish, network.nowMs());
      // Written first: should the browser end in the middle, this much is known afterwards.
      const startedAt = new Date(network.nowMs()).toISOString();
      if ((await readCreation()) === null)
        await putOpenCreation(vault, { wish: checked, startedAt });
      const isStarted = await runner.start(checked);
      if (isStarted) await putKeyDraft(vault, null);
      return isStarted;
    },
    tell: (event) => runner.tell(event),
    report: (sent) => runner.report(sent),
    keepIfAskedFor: async (sent, state) => {
      if (state.state !== "held" && state.state !== "saved") return state;
      const capture: Capture | null = checkCapture(sent, network.nowMs());
      if (!capture || !(await runner.wants(capture))) return state;
      const { captureId } = capture;
      const saved = await changing((vault) => saveHeldToken(vault, captureId));
      await runner.tell({ kind: "captured", captureId, isSaved: saved.state === "saved" });
      return saved.state === "saved" ? saved : state;
    },
    resume: () => runner.tell({ kind: "time" }),
    unlocked: async () => {
      const vault = await ownVault();
      if ((await vault.state()) !== "open") return;
      const present = await readCreation();
      if (present && present.phase !== "ended") return runner.tell({ kind: "time" });
      const open = await readOpenCreation(vault);
      if (!open || present) return present ? putOpenCreation(vault, null) : undefined;
      const creation = interruptedCreation(open.wish, open.startedAt);
      if ((await findCaptured(vault, creation)) === "none") await writeCreation(creation);
      else await putOpenCreation(vault, null);
    },
    dismiss: async () => {
      await runner.dismiss();
      if ((await readCreation()) === null) await clearOpen(await ownVault());
    },
  };
}

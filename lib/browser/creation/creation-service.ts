import type { Capture } from "../../keys/api-key";
import { endOfToken, readToken } from "../../keys/token";
import { checkCapture } from "../../tasks/capture";
import { findCaptured, testCreated } from "../../tasks/creation/created-key";
import {
  type Creation,
  type CreationEvent,
  interruptedCreation,
} from "../../tasks/creation/creation";
import { createCreationRunner } from "../../tasks/creation/creation-runner";
import { putFormLimits } from "../../tasks/creation/form-limits";
import { putKeyDraft } from "../../tasks/creation/key-draft";
import { checkWish, type KeyWish } from "../../tasks/creation/key-wish";
import { putOpenCreation, readOpenCreation } from "../../tasks/creation/open-creation";
import type { HandsOrder } from "../../tasks/creation/page-work";
import { type CaptureState, saveHeldToken } from "../../tasks/keep-token";
import type { Network } from "../../tasks/key-client";
import { withRotation } from "../../tasks/rotation/rotation";
import { changeRotations } from "../../tasks/rotation/rotations";
import type { Vault } from "../../vault/vault";
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
      keepLimits: async (limits) => putFormLimits(await ownVault(), limits, network.nowMs()),
      ended: async (creation) => {
        const vault = await ownVault();
        await beginRotation(vault, creation);
        await clearOpen(vault);
      },
    }),
  );

  /** While the vault is locked nothing can be written; the next unlock sees to it. */
  async function beginRotation(
    vault: Vault,
    { replaces, captureId }: Pick<Creation, "replaces" | "captureId">,
  ): Promise<void> {
    if (replaces === null || captureId === null || (await vault.state()) !== "open") return;
    const keys = await vault.keys();
    const isKept = (keyId: string) => keys.some(({ id }) => id === keyId);
    if (!isKept(replaces) || !isKept(captureId)) return;
    const startedAt = new Date(network.nowMs()).toISOString();
    const begun = { oldKeyId: replaces, newKeyId: captureId, startedAt, moved: [] };
    await changing((open) => changeRotations(open, (all) => withRotation(all, begun)));
  }

  async function clearOpen(vault: Vault): Promise<void> {
    if ((await vault.state()) === "open") await putOpenCreation(vault, null);
  }

  return {
    start: async (vault, wish) => {
      const checked = checkWish(wish, network.nowMs());
      // Written first: should the browser end in the middle, this much is known afterwards.
      const startedAt = new Date(network.nowMs()).toISOString();
      const present = await readCreation();
      const isOver = present?.phase === "ended" && present.id !== checked.requestId;
      if (present === null || isOver) await putOpenCreation(vault, { wish: checked, startedAt });
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
      const token = readToken(capture.token);
      const keyEnd = token ? endOfToken(token) : capture.end;
      await runner.tell({ kind: "captured", captureId, isSaved: saved.state === "saved", keyEnd });
      return saved.state === "saved" ? saved : state;
    },
    resume: () => runner.tell({ kind: "time" }),
    unlocked: async () => {
      const vault = await ownVault();
      if ((await vault.state()) !== "open") return;
      const present = await readCreation();
      if (present && present.phase !== "ended") return runner.tell({ kind: "time" });
      const open = await readOpenCreation(vault);
      if (!open) return;
      const creation = present ?? interruptedCreation(open.wish, open.startedAt);
      const found = await findCaptured(vault, creation);
      if (found === "none" && !present) return writeCreation(creation);
      const captureId = present?.captureId ?? (typeof found === "string" ? null : found.captureId);
      await beginRotation(vault, { replaces: open.wish.replaces, captureId });
      await putOpenCreation(vault, null);
    },
    dismiss: async () => {
      await runner.dismiss();
      if ((await readCreation()) === null) await clearOpen(await ownVault());
    },
  };
}

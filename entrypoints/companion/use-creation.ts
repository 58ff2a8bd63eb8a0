import { useEffect, useState } from "preact/hooks";
import type { KeysViewActions } from "../../components/keys/KeysView";
import { followCreation, readCreation } from "../../lib/browser/creation/creation-store";
import { NoAnswerError, send } from "../../lib/browser/messaging";
import { announceVaultChange } from "../../lib/browser/vault/vault-changes";
import type { Creation } from "../../lib/tasks/creation/creation";
import type { KeyDraft } from "../../lib/tasks/creation/key-draft";

const NUDGE_MS = 3_000;
const DRAFT_MS = 300;
const RETRY_MS = 250;
const MOST_ATTEMPTS = 20;

/**
 * The creation as stored, followed without the worker; while one is under way, the worker is kept
 * at it. `undefined` until it was read.
 */
export function useCreation(): Creation | null | undefined {
  const [creation, setCreation] = useState<Creation | null>();
  const isUnderWay = creation ? creation.phase !== "ended" : false;
  const savedAt = creation?.steps.find(({ step }) => step === "saved")?.at;
  useEffect(() => followCreation(setCreation), []);
  // The worker that saved it may have died before it could say so.
  useEffect(() => {
    if (savedAt) announceVaultChange();
  }, [savedAt]);
  useEffect(() => {
    if (!isUnderWay) return;
    const nudge = () => void send("resumeCreation").catch(() => null);
    nudge();
    const timer = setInterval(nudge, NUDGE_MS);
    return () => clearInterval(timer);
  }, [isUnderWay]);
  return creation;
}

let draftTimer: ReturnType<typeof setTimeout> | undefined;
let unsent: KeyDraft | null | undefined;

/** Written a moment after the last keystroke, and at once when the popup closes. */
function keepDraft(draft: KeyDraft | null): void {
  unsent = draft;
  clearTimeout(draftTimer);
  if (draft === null) sendDraft();
  else draftTimer = setTimeout(sendDraft, DRAFT_MS);
}

function sendDraft(): void {
  if (unsent === undefined) return;
  const draft = unsent;
  unsent = undefined;
  // The vault may be locked by now; then the draft is lost, and nothing else.
  send("keepDraft", draft).catch(() => null);
}

/** The wish names itself, so asking again after a worker died cannot make a second key. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NoAnswerError) || attempt === MOST_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

addEventListener("pagehide", sendDraft);

export const creationActions = {
  onDraft: keepDraft,
  onCreateKey: async (wish) => {
    clearTimeout(draftTimer);
    unsent = undefined;
    return untilAnswered(() => send("createKey", wish));
  },
  onCancelCreation: () => send("cancelCreation"),
  onDismissCreation: () => send("dismissCreation"),
  onSetTags: (keyId, tags) => send("setTags", { keyId, tags }),
  onTickPlace: (keyId, place, isMoved) => send("tickPlace", { keyId, place, isMoved }),
  onPointOut: (keyId) => send("pointOutKey", keyId),
  onEndRotation: (keyId) => send("endRotation", keyId),
  onLookForCreation: () => send("lookForCreation"),
  onShowConsole: async () => {
    const { findConsoleTab, showTab } = await import("../../lib/browser/console/console-tab");
    return showTab((await readCreation())?.tabId ?? (await findConsoleTab()));
  },
} satisfies Partial<KeysViewActions>;

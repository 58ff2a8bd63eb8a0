import { NoAnswerError, RemoteError, send } from "../../lib/browser/messaging";
import type { Capture } from "../../lib/keys/api-key";
import type { CaptureFailure, CaptureState } from "../../lib/messages";

/** What the control under the token shows. */
export interface SaveView {
  state: "held" | "ready" | "saved" | "failed";
  words: string;
  button: "Save to vault" | "Try again" | null;
}

export interface CaptureFlow {
  readonly capture: Capture;
  /**
   * The person pressed the button of the control. Rejects never.
   *
   * @param description - What the form says by now; counts where it was empty before.
   */
  press(description: string): void;
  /** A vault appeared or was unlocked: what could not be kept is tried again. */
  vaultChanged(): void;
  /** Whether the token is kept outside this page. */
  isSafe(): boolean;
  stop(): void;
}

const RETRY_MS = [150, 400, 1_000, 2_000, 4_000];
const ANSWER_MS = 2_500;
const BY_HAND = "Copy the key now and keep it by hand.";

/** What stopped a save, and what to do now. */
const FAILURES: Record<CaptureFailure, string> = {
  storage: `The vault could not be written. ${BY_HAND}`,
  "inbox-full":
    "Too many keys are waiting. Save or discard some in the toolbar popup, then try again.",
  "not-a-token": `This does not look like a complete key. ${BY_HAND}`,
  gone: "The sealed copy is missing. Try again before you close this.",
  "read-only": `The vault is read-only at present. Open the toolbar popup to see why. ${BY_HAND}`,
};

/**
 * Brings one token into the vault: sealed at once, saved when the person says so. Everything sent
 * may be sent again, so a worker that died in between costs nothing. The token stays in memory
 * until it is saved, because a sealed copy that went missing can then be sealed anew.
 */
export function startCapture(
  capture: Capture,
  { isAlive, show }: { isAlive: () => boolean; show: (view: SaveView) => void },
): CaptureFlow {
  let state: CaptureState | null = null;
  let description = capture.description;
  let isWanted = false;
  let isRunning = false;
  let isAgain = false;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = setTimeout(() => {
    if (state === null) show(noAnswer());
  }, ANSWER_MS);

  async function run(): Promise<void> {
    if (isRunning) {
      isAgain = true;
      return;
    }
    isRunning = true;
    do {
      isAgain = false;
      await step();
    } while (isAgain && !isOver);
    isRunning = false;
  }

  async function step(): Promise<void> {
    if (state?.state === "saved") return;
    if (state?.state !== "held") await ask(() => send("hold", capture));
    if (!isWanted || state?.state !== "held") return;
    await ask(() => send("saveHeld", capture.captureId, description));
    if ((state as CaptureState).state !== "failed" || reasonOf(state) !== "gone") return;
    await ask(() => send("hold", capture));
    if (state?.state === "held") await ask(() => send("saveHeld", capture.captureId, description));
  }

  async function ask(question: () => Promise<CaptureState>): Promise<void> {
    for (let attempt = 0; !isOver; attempt++) {
      try {
        state = await question();
        show(viewOf(state, isWanted));
        return;
      } catch (error) {
        if (!(error instanceof NoAnswerError || error instanceof RemoteError) && isAlive())
          throw error;
        if (!isAlive()) {
          show(outdated());
          return;
        }
        if (attempt > 2) show(noAnswer());
        const waitMs = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 4_000;
        await new Promise<void>((resolve) => {
          timer = setTimeout(resolve, waitMs);
        });
      }
    }
  }

  void run();
  return {
    capture,
    press: (now) => {
      description = capture.description || now;
      if (!isAlive()) {
        show(outdated());
        return;
      }
      isWanted = true;
      if (state?.state === "no-vault") void send("openFirstRun").catch(() => show(noAnswer()));
      void run();
    },
    vaultChanged: () => {
      if (state?.state === "no-vault" || state?.state === "failed") void run();
    },
    isSafe: () => state?.state === "held" || state?.state === "saved",
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      clearTimeout(late);
    },
  };
}

function reasonOf(state: CaptureState | null): CaptureFailure | null {
  return state?.state === "failed" ? state.reason : null;
}

function viewOf(state: CaptureState, isWanted: boolean): SaveView {
  switch (state.state) {
    case "held":
      return {
        state: "held",
        words: "Kept safe, not saved yet: closing this loses nothing.",
        button: "Save to vault",
      };
    case "saved":
      return { state: "saved", words: "Saved to vault", button: null };
    case "no-vault": {
      const words = isWanted
        ? "Create your vault in the tab that opened. Keep this page open: the key is saved as soon as the vault exists."
        : "You have no vault yet. Saving creates one.";
      return { state: "ready", words, button: "Save to vault" };
    }
    case "failed":
      return {
        state: "failed",
        words: FAILURES[state.reason] ?? FAILURES.storage,
        button: "Try again",
      };
  }
}

function noAnswer(): SaveView {
  return {
    state: "failed",
    words: `ICMC Companion does not answer. ${BY_HAND}`,
    button: "Try again",
  };
}

function outdated(): SaveView {
  return {
    state: "failed",
    words: `ICMC Companion was updated or switched off. ${BY_HAND} Then reload this page.`,
    button: "Try again",
  };
}

import { NoAnswerError, RemoteError, send } from "../../../lib/browser/messaging";
import type { Capture } from "../../../lib/keys/api-key";
import type { CaptureFailure, CaptureState } from "../../../lib/tasks/keep-token";
import { t, type WordName } from "../../../lib/words/words";

/** What the control under the token shows. */
export interface SaveView {
  state: "held" | "ready" | "saved" | "failed";
  words: string;
  /** What the button says; `null` where there is nothing to press. */
  button: string | null;
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

/** What stopped a save, and what to do now. */
const FAILURES: Record<CaptureFailure, WordName> = {
  storage: "page.notWritten",
  "inbox-full": "page.inboxFull",
  "not-a-token": "page.notAToken",
  gone: "page.copyGone",
  "read-only": "page.readOnly",
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
    if (state === null) show(failed("page.noAnswer"));
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
    // A sealed copy that went missing meanwhile is sealed anew, once.
    for (let tries = 0; tries < 2 && state?.state !== "saved"; tries++) {
      if (state?.state !== "held") await ask(() => send("hold", capture));
      if (!isWanted || state?.state !== "held") return;
      await ask(() => send("saveHeld", capture.captureId, description));
      if (reasonOf(state) !== "gone") return;
    }
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
          show(failed("page.outdatedWithKey"));
          return;
        }
        if (attempt > 2) show(failed("page.noAnswer"));
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
        show(failed("page.outdatedWithKey"));
        return;
      }
      isWanted = true;
      if (state?.state === "no-vault")
        void send("openFirstRun").catch(() => show(failed("page.noAnswer")));
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
      return { state: "held", words: t("page.held"), button: t("page.save") };
    case "saved":
      return { state: "saved", words: t("page.saved"), button: null };
    case "no-vault": {
      const words = isWanted ? t("page.createVault") : t("page.noVault");
      return { state: "ready", words, button: t("page.save") };
    }
    case "failed":
      return failed(FAILURES[state.reason] ?? FAILURES.storage);
  }
}

function failed(name: WordName): SaveView {
  return { state: "failed", words: t(name), button: t("page.tryAgain") };
}

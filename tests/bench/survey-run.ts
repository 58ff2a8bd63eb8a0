import { byRole } from "../e2e/find.ts";
import { type AnswerTime, type AnswerWatch, mostAtOnce } from "./answer-times.ts";
import type { FilledStage } from "./world.ts";

const QUIET_MS = 400;

export interface SurveyRun {
  /** From the press to the page saying when it was read, by the page's clock. */
  tookMs: number;
  answers: AnswerTime[];
  mostAtOnce: number;
}

/** Presses *Read all partners* in the workspace, as a person does in the morning; from the second time on it is called *Read again*. */
export async function timeSurvey(
  { chromium, targets }: FilledStage,
  watch: AnswerWatch,
  isFirst: boolean,
): Promise<SurveyRun> {
  targets.runFirst(null);
  const view = await chromium.openPage("workspace.html#/brief");
  try {
    const button = await byRole(view, "button", isFirst ? "Read all partners" : "Read again");
    // What the page reads for its search ends first.
    await view.waitForNetworkIdle({ idleTime: QUIET_MS });
    watch.taken();
    await view.evaluate(watchSurvey);
    await button.click();
    const tookMs = await view.evaluate(
      () => (globalThis as unknown as { benchSurvey: Promise<number> }).benchSurvey,
    );
    const answers = watch.taken();
    return { tookMs, answers, mostAtOnce: mostAtOnce(answers) };
  } finally {
    await view.close();
  }
}

/** Runs in the workspace. */
function watchSurvey(): void {
  const took = new Promise<number>((resolve) => {
    addEventListener(
      "click",
      () => {
        const startedAtMs = performance.now();
        let isUnderWay = false;
        const look = () => {
          const progress = document.querySelector("progress");
          if (progress) isUnderWay = true;
          else if (isUnderWay) {
            observer.disconnect();
            resolve(performance.now() - startedAtMs);
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true });
      },
      { capture: true, once: true },
    );
  });
  Object.assign(globalThis, { benchSurvey: took });
}

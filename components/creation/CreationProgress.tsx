import type { Creation } from "../../lib/tasks/creation/creation";
import { localeOfDates, t } from "../../lib/words/words";
import { dateAndTime } from "../dates";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { awaitedWords, outcomeWords, STEP_WORDS, waitsForPerson } from "./creation-words";

export interface CreationActions {
  onCancelCreation: () => Promise<void>;
  onDismissCreation: () => Promise<void>;
  onLookForCreation: () => Promise<void>;
  /** Brings the console's tab to the front. */
  onShowConsole: () => Promise<void>;
}

/** A key in the making: what is done, when, and what is awaited; then how it ended. */
export function CreationProgress({
  creation,
  onCancelCreation,
  onDismissCreation,
  onLookForCreation,
  onShowConsole,
}: { creation: Creation } & CreationActions) {
  const cancelling = useAction(onCancelCreation);
  const dismissing = useAction(onDismissCreation);
  const looking = useAction(onLookForCreation);
  const { outcome } = creation;
  const told = outcome && outcomeWords(creation, outcome);
  const awaited = awaitedWords(creation);
  return (
    <section class="creation" aria-label={t("creation.region")}>
      <div class="creation-head">
        <h2>{creation.description}</h2>
        <span class="quiet">{untilWords(creation)}</span>
      </div>
      <div role="status">
        <ol class="steps">
          {STEP_WORDS.map(([step, words]) => {
            const done = creation.steps.find((one) => one.step === step);
            return (
              done && (
                <li key={step} class="step">
                  <Icon name="check" />
                  <span>{t(words)}</span>
                  <time dateTime={done.at} title={dateAndTime(done.at)}>
                    {seconds(creation.startedAt, done.at)}
                  </time>
                </li>
              )
            );
          })}
          {awaited && (
            <li class="step step-now" data-waits={waitsForPerson(creation)}>
              <span class="pulse" aria-hidden="true" />
              <span>{awaited}</span>
            </li>
          )}
        </ol>
      </div>
      {told && (
        <Notice kind={told.tone === "danger" ? "alert" : "status"} tone={told.tone}>
          {told.words}
        </Notice>
      )}
      <div class="row">
        {waitsForPerson(creation) && (
          <button type="button" class="primary" onClick={() => void onShowConsole()}>
            {t("creation.showConsole")}
          </button>
        )}
        {outcome?.kind === "interrupted" && (
          <button
            type="button"
            class="primary"
            disabled={looking.isBusy}
            onClick={() => void looking.run()}
          >
            {t("creation.lookInConsole")}
          </button>
        )}
        {outcome?.kind === "not-captured" && (
          <button type="button" class="primary" onClick={() => void onShowConsole()}>
            {t("creation.showConsole")}
          </button>
        )}
        {outcome && (
          <button type="button" disabled={dismissing.isBusy} onClick={() => void dismissing.run()}>
            {t("creation.done")}
          </button>
        )}
        {!outcome && creation.submittedBy === null && (
          <button type="button" disabled={cancelling.isBusy} onClick={() => void cancelling.run()}>
            {t("common.cancel")}
          </button>
        )}
      </div>
    </section>
  );
}

/** What the key itself says outweighs what was asked for. */
function untilWords({ keyEnd, expiresAt }: Creation): string {
  if (keyEnd?.kind === "never") return t("badge.never");
  return t("creation.until", dateAndTime(keyEnd?.kind === "at" ? keyEnd.at : expiresAt));
}

function seconds(from: string, to: string): string {
  const passed = (Date.parse(to) - Date.parse(from)) / 1000;
  if (passed >= 60) return dateAndTime(to);
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return t("creation.seconds", Math.max(0, passed).toLocaleString(localeOfDates(), digits));
}

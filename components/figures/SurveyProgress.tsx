import type { Missing, Progress } from "../../lib/tasks/reading/survey";
import { t, tn, type WordName } from "../../lib/words/words";
import { grouped } from "../amounts";
import { dateAndTime } from "../dates";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";

export interface SurveyState {
  /** `null` while none is under way. */
  progress: Progress | null;
  failure: Error | null;
  wasStopped: boolean;
}

const WORDS = {
  partners: {
    reading: "survey.readingPartners",
    read: "survey.partnersRead",
    start: "survey.readPartners",
    lead: "survey.partnersLead",
  },
  "storage accounts": {
    reading: "survey.readingAccounts",
    read: "survey.accountsRead",
    start: "survey.readAccounts",
    lead: "survey.accountsLead",
  },
} as const;

const MISSING: Record<Missing["what"], WordName> = {
  partners: "survey.partnersOf",
  members: "survey.membersOf",
  "storage accounts": "survey.accountsOf",
  usage: "survey.usageOf",
};
/** More would fill the page. */
const MOST_NAMED = 8;

/** Reading every partner takes many calls: how far it is, and a way to stop it. */
export function SurveyProgress({
  what,
  at,
  state,
  missing,
  onStart,
  onStop,
}: {
  what: "partners" | "storage accounts";
  /** ISO instant of the last complete one; `null` when there was none. */
  at: string | null;
  state: SurveyState;
  /** What the last one could not read. */
  missing: readonly Missing[];
  onStart: () => void;
  onStop: () => void;
}) {
  const { progress, failure, wasStopped } = state;
  const words = WORDS[what];
  return (
    <div class="stack">
      <div class="row">
        {progress ? (
          <>
            <progress
              aria-label={t(words.reading)}
              max={Math.max(1, progress.total)}
              value={progress.done}
            />
            <span class="quiet" role="status">
              {progress.total === 0
                ? t("reading.reading")
                : tn(words.read, progress.total, grouped(progress.done), grouped(progress.total))}
            </span>
            <button type="button" onClick={onStop}>
              {t("survey.stop")}
            </button>
          </>
        ) : (
          <>
            <button type="button" class={at === null ? "primary" : undefined} onClick={onStart}>
              {t(at === null ? words.start : "survey.readAgain")}
            </button>
            <span class="quiet" role="status">
              {at === null ? t(words.lead) : t("survey.asOf", dateAndTime(at))}
            </span>
          </>
        )}
      </div>
      {wasStopped && <Notice kind="status">{t("survey.stopped")}</Notice>}
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      {missing.length > 0 && <Notice kind="alert">{missingWords(missing)}</Notice>}
    </div>
  );
}

function missingWords(missing: readonly Missing[]): string {
  const named = missing
    .slice(0, MOST_NAMED)
    .map(({ what, of }) => (of === null ? t("survey.ownAccountsUsage") : t(MISSING[what], of)))
    .join("; ");
  const more = missing.length - MOST_NAMED;
  return more > 0 ? tn("survey.missingMore", more, named) : t("survey.missing", named);
}

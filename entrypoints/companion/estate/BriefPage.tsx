import { useMemo } from "preact/hooks";
import { BriefList } from "../../../components/figures/BriefList";
import { Forecast } from "../../../components/figures/Forecast";
import { SurveyProgress } from "../../../components/figures/SurveyProgress";
import { hrefOf } from "../../../components/route";
import { contractForecast } from "../../../lib/tasks/figures/contract-forecast";
import { t } from "../../../lib/words/words";
import type { PageProps } from "./page-props";
import { useSurvey } from "./use-survey";

/** What changed since the last time, and what is coming: one page for the morning. */
export function BriefPage({ keyId, side }: PageProps) {
  const { survey, brief, state, start, stop } = useSurvey(keyId, side);
  const forecasts = useMemo(
    () =>
      survey?.contracts.map((contract) => ({
        contract,
        figures: contractForecast(survey, contract),
      })) ?? [],
    [survey],
  );
  return (
    <div class="stack">
      <h2>{t("places.brief")}</h2>
      <SurveyProgress
        what={side === "partner" ? "storage accounts" : "partners"}
        at={survey?.at ?? null}
        state={state}
        missing={survey?.missing ?? []}
        onStart={start}
        onStop={stop}
      />
      {survey && (
        <>
          <section class="stack" aria-label={t("brief.whatChanged")}>
            <h3>{t("brief.whatChanged")}</h3>
            <BriefList brief={brief} />
          </section>
          {forecasts.length > 0 && (
            <section class="stack" aria-label={t("forecast.all")}>
              <h3>{t("forecast.all")}</h3>
              <ul class="cards" aria-label={t("forecast.all")}>
                {forecasts.map(({ contract, figures }, index) => (
                  <li key={contract.id.value ?? index} class="card stack">
                    <h4>
                      <a href={hrefOf({ page: "contract", contractId: contract.id.value ?? "" })}>
                        {contract.details.value ?? "—"}
                      </a>
                    </h4>
                    <Forecast contract={contract} figures={figures} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
}

import type { Contract } from "../../lib/api/contracts";
import type { Forecast as Figures, Range } from "../../lib/tasks/figures/forecast";
import { t, tn } from "../../lib/words/words";
import { grouped } from "../amounts";
import { Sum } from "../frame/Bytes";
import { HERE, Said } from "../frame/Said";
import { amount } from "./money";

/** How long a contract lasts and what this month may cost beyond it, each as a range, with the formula. */
export function Forecast({ contract, figures }: { contract: Contract; figures: Figures | null }) {
  if (figures === null) {
    return <p class="quiet">{t("forecast.none")}</p>;
  }
  const { growthBytesPerDay: growth, daysUntilFull, feeCents } = figures;
  return (
    <div class="stack">
      <dl class="estate-facts">
        <div>
          <dt>{t("forecast.growth")}</dt>
          <dd>
            <Said words={t("forecast.range", ...HERE)}>
              <Sum bytes={Math.round(growth.low)} />
              <Sum bytes={Math.round(growth.high)} />
            </Said>
          </dd>
        </div>
        {contract.reservedBytes.value !== 0 && (
          <div>
            <dt>{t("forecast.full")}</dt>
            <dd>{fullWords(daysUntilFull)}</dd>
          </div>
        )}
        <div>
          <dt>{t("forecast.fee")}</dt>
          <dd>
            {feeCents === null ? (
              <span title={t("forecast.noPrice")}>—</span>
            ) : (
              feeWords(feeCents, contract)
            )}
          </dd>
        </div>
      </dl>
      <details>
        <summary>{t("forecast.how")}</summary>
        <p class="quiet">{tn("forecast.formula", figures.knownDays, figures.daysInMonth)}</p>
      </details>
    </div>
  );
}

function feeWords({ low, high }: Range, { currency }: Contract): string {
  const [from, to] = [amount(low, currency), amount(high, currency)];
  return from === to ? from : t("forecast.range", from, to);
}

/** Thirty days of usage say nothing about what comes after so many. */
const HORIZON_DAYS = 730;

function fullWords({ soonest, latest }: Figures["daysUntilFull"]): string {
  if (soonest === 0) return t("forecast.fullAlready");
  if (soonest === null) return t("forecast.never");
  if (soonest > HORIZON_DAYS) return t("forecast.notSoon");
  if (latest === null || latest > HORIZON_DAYS) {
    return tn("forecast.atTheEarliest", soonest, grouped(soonest));
  }
  return soonest === latest
    ? tn("forecast.inDays", soonest, grouped(soonest))
    : tn("forecast.between", latest, grouped(soonest), grouped(latest));
}

import type { Contract } from "../../lib/api/contracts";
import type { Forecast as Figures, Range } from "../../lib/tasks/figures/forecast";
import { Sum } from "../frame/Bytes";
import { amount } from "./money";

/** How long a contract lasts and what this month may cost beyond it, each as a range, with the formula. */
export function Forecast({ contract, figures }: { contract: Contract; figures: Figures | null }) {
  if (figures === null) {
    return <p class="quiet">No forecast: fewer than two days of usage are known.</p>;
  }
  const { growthBytesPerDay: growth, daysUntilFull, feeCents } = figures;
  return (
    <div class="stack">
      <dl class="estate-facts">
        <div>
          <dt>Growth a day</dt>
          <dd>
            <Sum bytes={Math.round(growth.low)} /> to <Sum bytes={Math.round(growth.high)} />
          </dd>
        </div>
        {contract.reservedBytes.value !== 0 && (
          <div>
            <dt>Reserved capacity full</dt>
            <dd>{fullWords(daysUntilFull)}</dd>
          </div>
        )}
        <div>
          <dt>Excess fee this month</dt>
          <dd>
            {feeCents === null ? (
              <span title="The API sent no price that could be read.">—</span>
            ) : (
              feeWords(feeCents, contract)
            )}
          </dd>
        </div>
      </dl>
      <details>
        <summary>How this is reckoned</summary>
        <p class="quiet">
          fee = sum over the month's days of (stored − limit, if above) ÷ 1 GB × price per GB and
          month ÷ {figures.daysInMonth} days. {figures.knownDays} days of this month are known, the
          others follow the trend of the last 7, 14 or 30 days, whichever is slowest and fastest.
          Whether the vendor counts what is above the contract's reserved capacity or above each
          partner's allocation is not published: the range covers both. An estimate, not a bill.
        </p>
      </details>
    </div>
  );
}

function feeWords({ low, high }: Range, { currency }: Contract): string {
  const [from, to] = [amount(low, currency), amount(high, currency)];
  return from === to ? from : `${from} to ${to}`;
}

/** Thirty days of usage say nothing about what comes after so many. */
const HORIZON_DAYS = 730;

function fullWords({ soonest, latest }: Figures["daysUntilFull"]): string {
  if (soonest === 0) return "Full already";
  if (soonest === null) return "Not at the present pace";
  if (soonest > HORIZON_DAYS) return "Not within 2 years";
  if (latest === null || latest > HORIZON_DAYS) return `In ${days(soonest)} at the earliest`;
  return soonest === latest
    ? `In ${days(soonest)}`
    : `In ${soonest.toLocaleString()} to ${days(latest)}`;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count.toLocaleString()} days`;
}

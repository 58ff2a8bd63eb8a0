import type { Contract } from "../../api/contracts";
import type { Survey, SurveyedPartner } from "../reading/survey";
import { SURVEYED_DAYS } from "../reading/surveyed-accounts";
import { type Forecast, forecast, type Pool } from "./forecast";

/**
 * The forecast of one contract from a survey.
 *
 * @returns `null` when the contract's reserved capacity or all usage is unknown.
 */
export function contractForecast(survey: Survey, contract: Contract): Forecast | null {
  const limitBytes = contract.reservedBytes.value;
  if (limitBytes === undefined) return null;
  const partners = survey.partners.filter(({ contractId }) => contractId === contract.id.value);
  const pools = partners.map(
    (surveyed): Pool => ({
      limitBytes: surveyed.partner.allocatedBytes.value ?? 0,
      used: usedBy(surveyed),
    }),
  );
  const used = addUp(pools.map((pool) => pool.used));
  // An end that was not sent is no price of zero.
  const cents = contract.excessCentsPerGbMonth.value ?? null;
  return forecast({ limitBytes, used }, pools, cents, survey.lastDay);
}

/** Bytes a partner stored on each day of the survey. */
function usedBy({ accounts }: SurveyedPartner): (number | null)[] {
  return addUp((accounts ?? []).map(({ used }) => used));
}

function addUp(lines: (number | null)[][]): (number | null)[] {
  const sums: (number | null)[] = new Array(SURVEYED_DAYS).fill(null);
  for (const line of lines) {
    for (const [at, bytes] of line.entries()) {
      if (bytes !== null) sums[at] = (sums[at] ?? 0) + bytes;
    }
  }
  return sums;
}

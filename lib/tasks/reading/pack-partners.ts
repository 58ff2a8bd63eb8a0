import type { DayRange } from "../../api/arguments";
import type { ApiClient } from "../../api/client";
import { listContracts } from "../../api/contracts";
import { listPartners } from "../../api/partners";
import { listPartnerUsage } from "../../api/usage";
import { monthAfter, monthRange } from "../figures/days";
import type { PackPartner } from "../figures/pack-rows";
import { eachLimited } from "./each-limited";
import type { Progress } from "./survey";

/** The month and the one before it, as far as they are over. */
export function packRange(month: string, today: string): DayRange {
  const last = monthRange(month).to;
  return { from: monthRange(monthAfter(month, -1)).from, to: last < today ? last : today };
}

/**
 * Usage of every partner for a month and the one before it.
 *
 * @throws `ApiError` when contracts or partners cannot be listed: a pack without them would look
 * complete; `VaultLockedError`. Usage that cannot be read is `null` and named in the manifest.
 */
export async function packPartners(
  client: ApiClient,
  month: string,
  today: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<PackPartner[]> {
  const range = packRange(month, today);
  const { items: contracts } = await listContracts(client, signal);
  const withId = contracts.filter(({ id }) => id.value !== undefined);
  const lists = await eachLimited(
    withId,
    (contract) => listPartners(client, contract.id.value ?? "", signal),
    { signal },
  );
  signal.throwIfAborted();
  const wanted = withId.flatMap((contract, at) => {
    const outcome = lists[at];
    if (outcome?.failure) throw outcome.failure;
    return (outcome?.value?.items ?? []).map((partner) => ({ contract, partner }));
  });
  const usages = await eachLimited(
    wanted,
    async ({ partner }) =>
      (await listPartnerUsage(client, partner.id.value ?? "", range, signal)).items,
    { signal, onDone: (done) => onProgress({ done, total: wanted.length }) },
  );
  signal.throwIfAborted();
  return wanted.map((one, at) => ({ ...one, usages: usages[at]?.value ?? null }));
}

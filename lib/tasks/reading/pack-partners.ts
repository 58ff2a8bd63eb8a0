import type { Listed } from "../../api/answer";
import { ApiAnswerError } from "../../api/api-error";
import type { DayRange } from "../../api/arguments";
import type { ApiClient } from "../../api/client";
import { listContracts } from "../../api/contracts";
import { listPartners } from "../../api/partners";
import { listOwnUsage, listPartnerUsage, type StorageAccountUsage } from "../../api/usage";
import { monthAfter, monthRange } from "../figures/days";
import { isReadable } from "../figures/month-figures";
import type { PackPartner } from "../figures/pack-rows";
import { eachLimited } from "./each-limited";
import type { Progress } from "./survey";

/** @throws {@link ApiAnswerError} when some entry of the list is none that we understand. */
function whole<T>(list: Listed<T>, operation: string): Listed<T> {
  if (list.notUnderstood > 0)
    throw new ApiAnswerError("answer", { operation, mayHaveHappened: false });
  return list;
}

/** The month and the one before it, as far as they are over. */
export function packRange(month: string, today: string): DayRange {
  const last = monthRange(month).to;
  return { from: monthRange(monthAfter(month, -1)).from, to: last < today ? last : today };
}

/** A channel partner's own accounts. @throws `ApiError`, also where an account of the answer is not understood. */
export async function packOwn(
  client: ApiClient,
  month: string,
  today: string,
  signal: AbortSignal,
): Promise<StorageAccountUsage[]> {
  const listed = await listOwnUsage(client, packRange(month, today), signal);
  return whole(listed, "GET /storage-accounts/usage").items;
}

/**
 * Usage of every partner for a month and the one before it.
 *
 * @throws `ApiError` when contracts or partners cannot be listed: a pack without them would look
 * complete; `VaultLockedError`. Usage that cannot be read whole is `null` and named in the manifest:
 * a sum without one account would be too low.
 */
export async function packPartners(
  client: ApiClient,
  month: string,
  today: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<PackPartner[]> {
  const range = packRange(month, today);
  const { items: contracts } = whole(await listContracts(client, signal), "GET /contract");
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
    const partners = outcome?.value && whole(outcome.value, "GET /contract/{}/partners");
    return (partners?.items ?? []).map((partner) => ({ contract, partner }));
  });
  const usages = await eachLimited(
    wanted,
    async ({ partner }) => {
      const usages = await listPartnerUsage(client, partner.id.value ?? "", range, signal);
      return usages.notUnderstood === 0 && usages.items.every(isReadable) ? usages.items : null;
    },
    { signal, onDone: (done) => onProgress({ done, total: wanted.length }) },
  );
  signal.throwIfAborted();
  return wanted.map((one, at) => ({ ...one, usages: usages[at]?.value ?? null }));
}

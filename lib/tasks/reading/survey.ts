import type { Listed } from "../../api/answer";
import type { ApiClient } from "../../api/client";
import { type Contract, listContracts } from "../../api/contracts";
import { listMembers, type Member } from "../../api/members";
import { listPartners, type Partner } from "../../api/partners";
import { listStorageAccounts } from "../../api/storage-accounts";
import { listPartnerUsage } from "../../api/usage";
import { VaultLockedError } from "../../vault/errors";
import { dayOf, lastDays } from "../figures/days";
import { CALLS_AT_ONCE, eachLimited } from "./each-limited";
import { SURVEYED_DAYS, type SurveyedAccount, surveyedAccounts } from "./surveyed-accounts";

/** All that is known of an account's world at one time; the ground for search, brief and forecast. */
export interface Survey {
  at: string;
  /** Last day of every `used` list. */
  lastDay: string;
  contracts: Contract[];
  partners: SurveyedPartner[];
  /** A channel partner's own storage accounts, which has no contracts; `null` for a distributor. */
  own: SurveyedAccount[] | null;
  /** What could not be read, so that nothing looks complete that is not. */
  missing: Missing[];
}

export interface SurveyedPartner {
  contractId: string;
  partner: Partner;
  /** `null` where they could not be read. */
  members: Member[] | null;
  accounts: SurveyedAccount[] | null;
}

/** `failure` is the class of the error. */
export interface Missing {
  what: "partners" | "members" | "storage accounts" | "usage";
  /** `null`: a channel partner's own storage accounts. */
  of: string | null;
  failure: string;
}

export interface Progress {
  done: number;
  total: number;
}

/**
 * Reads contracts, their partners and all that belongs to them, six calls at a time. What fails is
 * named and left out; an abort rejects, and a lock of the vault does, since half a survey is good
 * for nothing but a wrong brief.
 *
 * @throws `ApiError` when the contracts themselves cannot be read; {@link VaultLockedError}; the
 * signal's reason when stopped.
 */
export async function takeSurvey(
  client: ApiClient,
  nowMs: number,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Survey> {
  const ending = new AbortController();
  try {
    return await readAll(client, nowMs, onProgress, AbortSignal.any([signal, ending.signal]));
  } finally {
    // Where it ends early, nobody wants what is still under way.
    ending.abort();
  }
}

async function readAll(
  client: ApiClient,
  nowMs: number,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Survey> {
  const { items: contracts } = await listContracts(client, signal);
  const missing: Missing[] = [];
  const note = (what: Missing["what"], of: string, error: Error) => {
    missing.push({ what, of, failure: error.name });
  };

  const withId = contracts.flatMap((contract) => contract.id.value ?? []);
  const lists = await eachLimited(withId, (id) => listPartners(client, id, signal), { signal });
  signal.throwIfAborted();
  const found = lists.flatMap((outcome, at) => {
    const contractId = withId[at] ?? "";
    if (outcome?.failure) note("partners", contractName(contracts, contractId), outcome.failure);
    return (outcome?.value?.items ?? []).map((partner) => ({ contractId, partner }));
  });

  let done = 0;
  onProgress({ done, total: found.length });
  const range = lastDays(SURVEYED_DAYS, nowMs);
  const outcomes = await eachLimited(
    found,
    async ({ contractId, partner }): Promise<SurveyedPartner> => {
      const id = partner.id.value;
      if (id === undefined) return { contractId, partner, members: null, accounts: null };
      const name = partner.name.value ?? id;
      const take = async <T>(what: Missing["what"], list: Promise<Listed<T>>) => {
        try {
          return (await list).items;
        } catch (error) {
          if (signal.aborted || error instanceof VaultLockedError || !(error instanceof Error))
            throw error;
          note(what, name, error);
          return null;
        }
      };
      const [members, accounts, usages] = await Promise.all([
        take("members", listMembers(client, id, signal)),
        take("storage accounts", listStorageAccounts(client, id, signal)),
        take("usage", listPartnerUsage(client, id, range, signal)),
      ]);
      onProgress({ done: ++done, total: found.length });
      return {
        contractId,
        partner,
        members,
        accounts: accounts && surveyedAccounts(accounts, usages, range.from),
      };
    },
    // Three calls for each partner.
    { signal, limit: CALLS_AT_ONCE / 3 },
  );
  signal.throwIfAborted();
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome?.failure) {
      note("storage accounts", found[at]?.partner.name.value ?? "", outcome.failure);
    }
  }
  return {
    at: new Date(nowMs).toISOString(),
    lastDay: dayOf(nowMs),
    contracts,
    partners: outcomes.flatMap((outcome) => outcome?.value ?? []),
    own: null,
    missing,
  };
}

function contractName(contracts: Contract[], id: string): string {
  return contracts.find((contract) => contract.id.value === id)?.details.value ?? id;
}

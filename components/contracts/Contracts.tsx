import { useState } from "preact/hooks";
import type { ContractsSnapshot } from "../../lib/tasks/contracts-snapshot";
import { t } from "../../lib/words/words";
import { timeOfDay } from "../dates";
import { failureWords } from "../failure-words";
import { NotUnderstood } from "../frame/ReadingHead";
import { AllowHost } from "../later-parts";
import { Notice } from "../Notice";
import { PageEnd } from "../PageEnd";
import { ContractItem } from "./ContractItem";
import { NoKeyInUse } from "./NoKeyInUse";

/** Drawn at once; the rest follows when the end of the list comes into view. */
const FIRST_PAGE = 60;
const NEXT_PAGE = 120;

export interface ContractsActions {
  onRefreshContracts: () => void;
  /** `null` when the last refresh succeeded or none was tried yet. */
  refreshFailure: Error | null;
  isRefreshing: boolean;
  onCopyText: (text: string) => Promise<void>;
}

/** The last snapshot at once, with its age; what is newer replaces it when it arrives. */
export function Contracts({
  snapshot,
  hasKeyInUse,
  nowMs,
  onRefreshContracts,
  refreshFailure,
  isRefreshing,
  onCopyText,
  contractHref,
  partnerCounts,
}: {
  snapshot: ContractsSnapshot | null;
  hasKeyInUse: boolean;
  nowMs: number;
  /** Where a contract's partners are; without it the list stands alone. */
  contractHref?: (contractId: string) => string;
  /** By contract id, as far as they were read. */
  partnerCounts?: ReadonlyMap<string, { all: number; payPerUse: number }>;
} & ContractsActions) {
  const [pageEnd, setPageEnd] = useState(FIRST_PAGE);
  return (
    <>
      <div class="contracts-head">
        <h2>{t("places.contracts")}</h2>
        <span class="quiet" role="status">
          {isRefreshing
            ? t("reading.refreshing")
            : snapshot && (
                <span title={t("reading.lag")}>
                  {t("reading.asOf", timeOfDay(snapshot.at, nowMs))}
                </span>
              )}
        </span>
        <button
          type="button"
          disabled={isRefreshing || !hasKeyInUse}
          onClick={() => onRefreshContracts()}
        >
          {t("reading.refresh")}
        </button>
      </div>
      {refreshFailure && (
        <Notice kind="alert">
          {failureWords(refreshFailure)}
          {snapshot && ` ${t("reading.shownBelow", timeOfDay(snapshot.at, nowMs))}`}
          <AllowHost failure={refreshFailure} />
        </Notice>
      )}
      {!hasKeyInUse && <NoKeyInUse />}
      {snapshot && (
        <NotUnderstood
          list={{ items: snapshot.contracts, notUnderstood: snapshot.notUnderstood }}
          what="contracts"
        />
      )}
      {snapshot?.contracts.length === 0 && snapshot.notUnderstood === 0 && (
        <p class="empty">{t("contracts.none")}</p>
      )}
      {snapshot && (
        <ul aria-label={t("places.contracts")} class="contract-list">
          {snapshot.contracts.slice(0, pageEnd).map((contract, index) => (
            <ContractItem
              key={contract.id.value ?? index}
              contract={contract}
              {...(partnerCounts && {
                partners: partnerCounts.get(contract.id.value ?? "") ?? null,
              })}
              href={contract.id.value && contractHref?.(contract.id.value)}
              onCopyText={onCopyText}
            />
          ))}
        </ul>
      )}
      {snapshot && pageEnd < snapshot.contracts.length && (
        <PageEnd
          words={t("contracts.showMore")}
          onReached={() => setPageEnd(pageEnd + NEXT_PAGE)}
        />
      )}
    </>
  );
}

import type { ContractsSnapshot } from "../../lib/tasks/contracts-snapshot";
import { timeOfDay } from "../dates";
import { failureWords } from "../failure-words";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { ContractItem } from "./ContractItem";

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
  return (
    <>
      <div class="contracts-head">
        <h2>Contracts</h2>
        <span class="quiet" role="status">
          {isRefreshing
            ? "Refreshing…"
            : snapshot && (
                <span title="The console's own figures may lag up to 60 minutes.">
                  as of {timeOfDay(snapshot.at, nowMs)}
                </span>
              )}
        </span>
        <button
          type="button"
          disabled={isRefreshing || !hasKeyInUse}
          onClick={() => onRefreshContracts()}
        >
          Refresh
        </button>
      </div>
      {refreshFailure && (
        <Notice kind="alert">
          {failureWords(refreshFailure)}
          {snapshot && ` Shown below: the figures as of ${timeOfDay(snapshot.at, nowMs)}.`}
        </Notice>
      )}
      {!hasKeyInUse && (
        <div class="empty">
          <span class="gate-picture">
            <Icon name="chart" />
          </span>
          <p>
            Contracts are read with the key in use. Choose one under Keys with <strong>Use</strong>.
          </p>
        </div>
      )}
      {snapshot && snapshot.notUnderstood > 0 && (
        <Notice kind="status" tone="danger">
          {snapshot.notUnderstood} of {snapshot.notUnderstood + snapshot.contracts.length} contracts
          came in a form that could not be read and are not shown.
        </Notice>
      )}
      {snapshot?.contracts.length === 0 && snapshot.notUnderstood === 0 && (
        <p class="empty">This key's account has no contracts.</p>
      )}
      {snapshot && (
        <ul aria-label="Contracts" class="contract-list">
          {snapshot.contracts.map((contract, index) => (
            <ContractItem
              key={contract.id.value ?? index}
              contract={contract}
              partners={contract.id.value && partnerCounts?.get(contract.id.value)}
              href={contract.id.value && contractHref?.(contract.id.value)}
              onCopyText={onCopyText}
            />
          ))}
        </ul>
      )}
    </>
  );
}

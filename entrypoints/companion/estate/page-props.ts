import type { ContractsActions } from "../../../components/contracts/Contracts";
import type { OnCopyAs } from "../../../components/keys/CopyAs";
import type { ContractsSnapshot } from "../../../lib/tasks/contracts-snapshot";
import type { AccountSide } from "../../../lib/tasks/reading/account-side";
import { t } from "../../../lib/words/words";
import type { WriteDesk } from "./use-write-desk";

/** What every page about contracts, partners and storage accounts has at hand. */
export interface PageProps {
  keyId: string;
  side: AccountSide | null;
  snapshot: ContractsSnapshot | null;
  contracts: ContractsActions;
  nowMs: number;
  place: "popup" | "workspace";
  desk: WriteDesk;
  /** With the key in use. */
  onCopyAs: OnCopyAs;
}

/** A contract's name, as far as the last snapshot knows it. */
export function contractName({ snapshot }: PageProps, contractId: string): string {
  const contract = snapshot?.contracts.find(({ id }) => id.value === contractId);
  return contract?.details.value?.trim() || t("contracts.nameless", contractId.slice(0, 8));
}

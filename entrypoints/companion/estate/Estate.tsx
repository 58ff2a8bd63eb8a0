import { useMemo } from "preact/hooks";
import "../../../components/estate.css";
import "../../../components/shared-estate.css";
import { presentPolicy } from "../../../components/chosen";
import { Contracts } from "../../../components/contracts/Contracts";
import { NoKeyInUse } from "../../../components/contracts/NoKeyInUse";
import { EstateResults, EstateSearch } from "../../../components/EstateSearch";
import { NotUnderstood, ReadingHead } from "../../../components/frame/ReadingHead";
import { RegionList } from "../../../components/regions/RegionList";
import { hrefOf, type Route } from "../../../components/route";
import type { Contract } from "../../../lib/api/contracts";
import type { AccountSide } from "../../../lib/tasks/reading/account-side";
import { t } from "../../../lib/words/words";
import { AccountPage, OwnAccountsPage } from "./AccountPage";
import { BriefPage } from "./BriefPage";
import { ContractPage } from "./ContractPage";
import { JournalPage } from "./JournalPage";
import { MonthEndPage } from "./MonthEndPage";
import { PartnerPage } from "./PartnerPage";
import type { PageProps } from "./page-props";
import { forgetReadings } from "./slot-reading";
import { regionsSlot } from "./slots";
import { type PartnerCounts, useFindables } from "./use-findables";
import { useReading } from "./use-reading";
import { useWriteDesk } from "./use-write-desk";
import { useWriteMode } from "./use-write-mode";

export { forgetReadings };

/** One place of contracts, partners and storage accounts, with the search above it. */
export function EstatePage({
  route,
  ...props
}: Omit<PageProps, "keyId" | "desk"> & { keyId: string | null; route: Route }) {
  const { keyId, side, snapshot, place } = props;
  const desk = useWriteDesk(keyId);
  const { findables, partnerCounts } = useFindables(keyId, side, snapshot?.contracts ?? NONE);
  if (route.page === "journal") {
    return (
      <>
        {desk.view}
        <JournalPage desk={desk} keyId={keyId} />
      </>
    );
  }
  if (keyId === null) return <NoKeyInUse />;
  return (
    <>
      {desk.view}
      <EstateSearch all={findables} autoFocus={place === "popup"} />
      <Place route={route} page={{ ...props, keyId, desk }} partnerCounts={partnerCounts} />
    </>
  );
}

/** What else a search among the keys finds. */
export function EstateFound({
  keyId,
  side,
  contracts,
  query,
}: {
  keyId: string | null;
  side: AccountSide | null;
  contracts: readonly Contract[];
  query: string;
}) {
  const { findables } = useFindables(keyId, side, contracts);
  return <EstateResults all={findables} query={query} />;
}

const NONE: never[] = [];

function Place({
  route,
  page,
  partnerCounts,
}: {
  route: Route;
  page: PageProps;
  partnerCounts: PartnerCounts;
}) {
  switch (route.page) {
    case "contract":
      return <ContractPage key={route.contractId} {...page} {...route} />;
    case "partner":
      return <PartnerPage key={route.partnerId} {...page} {...route} />;
    case "account": {
      const { contractId, partnerId, accountId } = route;
      return (
        <AccountPage
          key={accountId}
          {...page}
          accountId={accountId}
          partner={{ contractId, partnerId }}
        />
      );
    }
    case "own-account":
      return (
        <AccountPage key={route.accountId} {...page} accountId={route.accountId} partner={null} />
      );
    case "accounts":
      return <OwnAccountsPage {...page} />;
    case "regions":
      return <RegionsPage {...page} />;
    case "brief":
      return <BriefPage {...page} />;
    case "month-end":
      return <MonthEndPage {...page} />;
    default:
      // A channel partner has no contracts to see; its own storage accounts stand in their place.
      return page.side === "partner" ? (
        <OwnAccountsPage {...page} />
      ) : (
        <Contracts
          snapshot={page.snapshot}
          hasKeyInUse
          nowMs={page.nowMs}
          contractHref={(contractId) => hrefOf({ page: "contract", contractId })}
          partnerCounts={partnerCounts}
          {...page.contracts}
        />
      );
  }
}

function RegionsPage({ keyId, nowMs, contracts }: PageProps) {
  const reading = useReading(useMemo(() => regionsSlot(keyId), [keyId]));
  return (
    <div class="stack">
      <ReadingHead title={t("places.regions")} reading={reading} nowMs={nowMs} />
      {reading.value && (
        <>
          <NotUnderstood list={reading.value} what="regions" />
          <RegionList regions={reading.value.items} onCopyText={contracts.onCopyText} />
        </>
      )}
    </div>
  );
}

/** One switch: nothing can be changed while it is on. */
export function WriteSwitch() {
  const [mode, setMode] = useWriteMode();
  const isFixed = presentPolicy().isReadOnly;
  return (
    <label class="check side-switch" {...(isFixed && { title: t("policy.setBy") })}>
      <input
        type="checkbox"
        checked={isFixed || mode !== "writing"}
        disabled={isFixed}
        onChange={(event) => void setMode(event.currentTarget.checked ? "read-only" : "writing")}
      />
      {t("estate.readOnlyMode")}
    </label>
  );
}

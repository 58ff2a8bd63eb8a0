import { useMemo } from "preact/hooks";
import "../../../components/estate.css";
import { Contracts } from "../../../components/contracts/Contracts";
import { EstateResults, EstateSearch } from "../../../components/EstateSearch";
import { NotUnderstood, ReadingHead } from "../../../components/frame/ReadingHead";
import { Icon } from "../../../components/Icon";
import { RegionList } from "../../../components/regions/RegionList";
import { hrefOf, type Route } from "../../../components/route";
import type { Findable } from "../../../lib/tasks/reading/search-estate";
import { AccountPage, OwnAccountsPage } from "./AccountPage";
import { BriefPage } from "./BriefPage";
import { ContractPage } from "./ContractPage";
import { JournalPage } from "./JournalPage";
import { MonthEndPage } from "./MonthEndPage";
import { PartnerPage } from "./PartnerPage";
import type { PageProps } from "./page-props";
import { regionsSlot } from "./slots";
import { type PartnerCounts, useFindables } from "./use-findables";
import { forgetReadings, useReading } from "./use-reading";
import { useWriteDesk, type WriteDesk } from "./use-write-desk";

export { EstateResults, forgetReadings, useFindables, useWriteDesk };

/** One place of contracts, partners and storage accounts, with the search above it. */
export function EstatePage({
  route,
  findables,
  partnerCounts,
  ...props
}: Omit<PageProps, "keyId"> & {
  keyId: string | null;
  route: Route;
  findables: readonly Findable[];
  partnerCounts: PartnerCounts;
}) {
  const { keyId } = props;
  if (route.page === "journal") {
    return (
      <>
        {props.desk.view}
        <JournalPage desk={props.desk} keyId={keyId} />
      </>
    );
  }
  if (keyId === null) return <NoKeyInUse />;
  return (
    <>
      {props.desk.view}
      <EstateSearch all={findables} autoFocus={props.place === "popup"} />
      <Place route={route} page={{ ...props, keyId }} partnerCounts={partnerCounts} />
    </>
  );
}

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
      <ReadingHead title="Regions" reading={reading} nowMs={nowMs} />
      {reading.value && (
        <>
          <NotUnderstood
            count={reading.value.notUnderstood}
            total={reading.value.notUnderstood + reading.value.items.length}
            what="regions"
          />
          <RegionList regions={reading.value.items} onCopyText={contracts.onCopyText} />
        </>
      )}
    </div>
  );
}

function NoKeyInUse() {
  return (
    <div class="empty">
      <span class="gate-picture">
        <Icon name="chart" />
      </span>
      <p>
        Contracts are read with the key in use. Choose one under Keys with <strong>Use</strong>.
      </p>
    </div>
  );
}

/** One switch: nothing can be changed while it is on. */
export function WriteSwitch({ desk }: { desk: WriteDesk }) {
  const isReadOnly = desk.mode !== "writing";
  return (
    <label class="check side-switch">
      <input
        type="checkbox"
        checked={isReadOnly}
        onChange={(event) =>
          void desk.setMode(event.currentTarget.checked ? "read-only" : "writing")
        }
      />
      Read-only mode
    </label>
  );
}

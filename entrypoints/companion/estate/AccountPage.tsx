import { useMemo } from "preact/hooks";
import { StorageAccountCard } from "../../../components/accounts/StorageAccountCard";
import { StorageAccountList } from "../../../components/accounts/StorageAccountList";
import { Crumbs } from "../../../components/frame/Crumbs";
import { NotUnderstood, ReadingHead } from "../../../components/frame/ReadingHead";
import { hrefOf, type Route } from "../../../components/route";
import { t } from "../../../lib/words/words";
import { contractName, type PageProps } from "./page-props";
import { accountSlot, accountsSlot, partnerSlot } from "./slots";
import { UsageSection } from "./UsageSection";
import { useReading } from "./use-reading";

/** One storage account, from the distributor's side or from the partner's own (`partner: null`). */
export function AccountPage({
  accountId,
  partner: owner,
  ...props
}: PageProps & {
  accountId: string;
  partner: { contractId: string; partnerId: string } | null;
}) {
  const { keyId, nowMs, desk, contracts } = props;
  const partnerId = owner?.partnerId ?? null;
  const reading = useReading(
    useMemo(() => accountSlot(keyId, partnerId, accountId), [keyId, partnerId, accountId]),
    desk.version,
  );
  const partner = useReading(
    useMemo(() => (partnerId === null ? null : partnerSlot(keyId, partnerId)), [keyId, partnerId]),
  );
  const name = reading.value?.name.value ?? accountId;
  const partnerName =
    partnerId === null ? null : (partner.value?.name.value ?? t("partners.partner"));
  const here: Route = owner
    ? { page: "account", accountId, ...owner }
    : { page: "own-account", accountId };
  const above = owner
    ? [
        { name: t("places.contracts"), href: hrefOf({ page: "contracts" }) },
        {
          name: contractName(props, owner.contractId),
          href: hrefOf({ page: "contract", contractId: owner.contractId }),
        },
        { name: partnerName ?? t("partners.partner"), href: hrefOf({ page: "partner", ...owner }) },
      ]
    : [{ name: t("places.storageAccounts"), href: hrefOf({ page: "accounts" }) }];
  return (
    <div class="stack">
      <Crumbs steps={[...above, { name, href: hrefOf(here) }]} />
      <ReadingHead title={name} reading={reading} nowMs={nowMs} />
      {reading.value && (
        <StorageAccountCard
          account={reading.value}
          storageAccountId={accountId}
          partnerId={partnerId}
          place={partnerName}
          onPropose={desk.propose}
          onCopyText={contracts.onCopyText}
        />
      )}
      <UsageSection
        key={accountId}
        keyId={keyId}
        partnerId={partnerId}
        storageAccountId={accountId}
        name={name}
        nowMs={nowMs}
        hrefOf={() => hrefOf(here)}
        onCopyAs={props.onCopyAs}
      />
    </div>
  );
}

/** A channel partner's own storage accounts, with the usage of all of them. */
export function OwnAccountsPage({ keyId, nowMs, desk, contracts, place, onCopyAs }: PageProps) {
  const reading = useReading(
    useMemo(() => accountsSlot(keyId, null), [keyId]),
    desk.version,
  );
  const accountHref = (accountId: string) => hrefOf({ page: "own-account", accountId });
  return (
    <div class="stack">
      <ReadingHead title={t("places.storageAccounts")} reading={reading} nowMs={nowMs} />
      {reading.value && (
        <>
          <NotUnderstood list={reading.value} what="storage accounts" />
          <StorageAccountList
            key={desk.formTurn}
            accounts={reading.value.items}
            partnerId={null}
            place={null}
            hrefOf={accountHref}
            onPropose={desk.propose}
            onCopyText={contracts.onCopyText}
          />
        </>
      )}
      {place === "workspace" && (
        <UsageSection
          keyId={keyId}
          partnerId={null}
          storageAccountId={null}
          name="all-accounts"
          nowMs={nowMs}
          hrefOf={accountHref}
          onCopyAs={onCopyAs}
        />
      )}
    </div>
  );
}

import { useMemo } from "preact/hooks";
import { StorageAccountList } from "../../../components/accounts/StorageAccountList";
import { Allocation } from "../../../components/frame/Bytes";
import { CopyId } from "../../../components/frame/CopyId";
import { Crumbs } from "../../../components/frame/Crumbs";
import { Overdraft } from "../../../components/frame/Overdraft";
import { NotUnderstood, ReadingHead } from "../../../components/frame/ReadingHead";
import { Sparkline } from "../../../components/frame/Sparkline";
import { MemberList } from "../../../components/members/MemberList";
import { PartnerForm } from "../../../components/partners/PartnerForm";
import { hrefOf } from "../../../components/route";
import type { Partner } from "../../../lib/api/partners";
import { lastDays } from "../../../lib/tasks/figures/days";
import { sumUsage } from "../../../lib/tasks/figures/usage-series";
import { t } from "../../../lib/words/words";
import { CopyCall } from "./CopyCall";
import { contractName, type PageProps } from "./page-props";
import { accountsSlot, membersSlot, partnerSlot, usageSlot } from "./slots";
import { UsageSection } from "./UsageSection";
import { useReading } from "./use-reading";

const SPARK_DAYS = 30;

/** One partner: what it may use, who works there, what it stores. */
export function PartnerPage({
  contractId,
  partnerId,
  ...props
}: PageProps & { contractId: string; partnerId: string }) {
  const { keyId, nowMs, place, desk, contracts } = props;
  const slot = useMemo(() => partnerSlot(keyId, partnerId), [keyId, partnerId]);
  const reading = useReading(slot, desk.version);
  const members = useReading(
    useMemo(() => membersSlot(keyId, partnerId), [keyId, partnerId]),
    desk.version,
  );
  const accounts = useReading(
    useMemo(() => accountsSlot(keyId, partnerId), [keyId, partnerId]),
    desk.version,
  );
  const partner = reading.value;
  const name = partner?.name.value ?? t("partners.partner");
  const ofContract = contractName(props, contractId);
  const accountHref = (accountId: string) =>
    hrefOf({ page: "account", contractId, partnerId, accountId });

  return (
    <div class="stack">
      <Crumbs
        steps={[
          { name: t("places.contracts"), href: hrefOf({ page: "contracts" }) },
          { name: ofContract, href: hrefOf({ page: "contract", contractId }) },
          { name, href: hrefOf({ page: "partner", contractId, partnerId }) },
        ]}
      />
      <ReadingHead title={name} reading={reading} nowMs={nowMs}>
        <CopyId id={{ value: partnerId }} name={name} onCopyText={contracts.onCopyText} />
      </ReadingHead>
      {partner && (
        <PartnerFacts partner={partner} keyId={keyId} partnerId={partnerId} nowMs={nowMs} />
      )}
      {partner && (
        <section class="card">
          <PartnerForm
            partner={partner}
            partnerId={partnerId}
            place={ofContract}
            onPropose={desk.propose}
          />
        </section>
      )}
      <div class={place === "workspace" ? "columns" : "stack"}>
        <section class="stack">
          <ReadingHead title={t("members.list")} level={3} reading={members} nowMs={nowMs} />
          {members.value && (
            <>
              <NotUnderstood list={members.value} what="members" />
              <MemberList
                key={desk.formTurn}
                members={members.value.items}
                partnerId={partnerId}
                partnerName={name}
                onPropose={desk.propose}
                onCopyText={contracts.onCopyText}
              />
            </>
          )}
        </section>
        <section class="stack">
          <ReadingHead
            title={t("places.storageAccounts")}
            level={3}
            reading={accounts}
            nowMs={nowMs}
          />
          {accounts.value && (
            <>
              <NotUnderstood list={accounts.value} what="storage accounts" />
              <StorageAccountList
                key={desk.formTurn}
                accounts={accounts.value.items}
                partnerId={partnerId}
                place={name}
                hrefOf={accountHref}
                onPropose={desk.propose}
                onCopyText={contracts.onCopyText}
              />
            </>
          )}
        </section>
      </div>
      {place === "workspace" && (
        <UsageSection
          keyId={keyId}
          partnerId={partnerId}
          storageAccountId={null}
          name={name}
          nowMs={nowMs}
          hrefOf={accountHref}
          onCopyAs={props.onCopyAs}
        />
      )}
      <CopyCall
        segments={["partner", partnerId]}
        name={t("estate.thisPartner")}
        onCopyAs={props.onCopyAs}
      />
    </div>
  );
}

function PartnerFacts({
  partner,
  keyId,
  partnerId,
  nowMs,
}: {
  partner: Partner;
  keyId: string;
  partnerId: string;
  nowMs: number;
}) {
  const today = lastDays(SPARK_DAYS, nowMs).to;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the days change at midnight, not every minute.
  const range = useMemo(() => lastDays(SPARK_DAYS, nowMs), [today]);
  const slot = useMemo(() => usageSlot(keyId, partnerId, null, range), [keyId, partnerId, range]);
  const usage = useReading(slot);
  const series = useMemo(
    () => usage.value && sumUsage(usage.value.items, range),
    [usage.value, range],
  );
  return (
    <dl class="estate-facts">
      <div>
        <dt>{t("partners.allocated")}</dt>
        <dd>
          <Allocation field={partner.allocatedBytes} />
        </dd>
      </div>
      <div>
        <dt>{t("estate.overdraft")}</dt>
        <dd>
          <Overdraft field={partner.allowsOverdraft} />
        </dd>
      </div>
      <div>
        <dt>{t("partners.lastDays", SPARK_DAYS)}</dt>
        <dd>
          {series ? (
            <Sparkline used={series.usedBytes} label={t("usage.title")} />
          ) : (
            <span class="quiet">
              {t(usage.failure ? "reading.notReadable" : "reading.reading")}
            </span>
          )}
        </dd>
      </div>
      {partner.details.value && (
        <div>
          <dt>{t("partners.details")}</dt>
          <dd>{partner.details.value}</dd>
        </div>
      )}
    </dl>
  );
}

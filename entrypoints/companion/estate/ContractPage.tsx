import { useMemo, useState } from "preact/hooks";
import { ContractItem } from "../../../components/contracts/ContractItem";
import { dateAndTime } from "../../../components/dates";
import { Forecast } from "../../../components/figures/Forecast";
import { Crumbs } from "../../../components/frame/Crumbs";
import { NotUnderstood, ReadingHead } from "../../../components/frame/ReadingHead";
import { CreatePartner } from "../../../components/partners/CreatePartner";
import { PartnerList } from "../../../components/partners/PartnerList";
import { hrefOf } from "../../../components/route";
import { contractForecast } from "../../../lib/tasks/figures/contract-forecast";
import { t } from "../../../lib/words/words";
import { CopyCall } from "./CopyCall";
import { contractName, type PageProps } from "./page-props";
import { partnersSlot } from "./slots";
import { useReading } from "./use-reading";
import { useSurvey } from "./use-survey";

/** One contract: its capacity, its partners, and how long it lasts. */
export function ContractPage({ contractId, ...props }: PageProps & { contractId: string }) {
  const { keyId, nowMs, place, desk, contracts, snapshot } = props;
  const [isCreating, setCreating] = useState(false);
  const slot = useMemo(() => partnersSlot(keyId, contractId), [keyId, contractId]);
  const reading = useReading(slot, desk.version);
  const { survey } = useSurvey(keyId, "distributor");
  const contract = snapshot?.contracts.find(({ id }) => id.value === contractId);
  const name = contractName(props, contractId);
  const figures = useMemo(
    () => (survey && contract ? contractForecast(survey, contract) : null),
    [survey, contract],
  );
  return (
    <div class="stack">
      <Crumbs
        steps={[
          { name: t("places.contracts"), href: hrefOf({ page: "contracts" }) },
          { name, href: hrefOf({ page: "contract", contractId }) },
        ]}
      />
      {/* Reached by an old link, or gone since: the page has its name all the same. */}
      {!contract && <h2>{name}</h2>}
      {contract && (
        <ul aria-label={t("contracts.contract")} class="contract-list">
          <ContractItem level={2} contract={contract} onCopyText={contracts.onCopyText} />
        </ul>
      )}
      {place === "workspace" && contract && survey && (
        <section class="stack" aria-label={t("forecast.title")}>
          <h3>{t("forecast.title")}</h3>
          <p class="quiet">{t("survey.asOf", dateAndTime(survey.at))}</p>
          <Forecast contract={contract} figures={figures} />
        </section>
      )}
      <section class="stack">
        <ReadingHead title={t("partners.list")} level={3} reading={reading} nowMs={nowMs}>
          {!isCreating && (
            <button type="button" onClick={() => setCreating(true)}>
              {t("partners.create")}
            </button>
          )}
        </ReadingHead>
        {isCreating && (
          <CreatePartner
            // A write begins the form anew once it is out of its hands.
            key={desk.formTurn}
            contractId={contractId}
            contractName={name}
            onPropose={desk.propose}
            onCancel={() => setCreating(false)}
          />
        )}
        {reading.value && (
          <>
            <NotUnderstood list={reading.value} what="partners" />
            {reading.value.items.length === 0 && reading.value.notUnderstood === 0 ? (
              <p class="empty">{t("contracts.noPartners")}</p>
            ) : (
              <PartnerList
                partners={reading.value.items}
                hrefOf={(partnerId) => hrefOf({ page: "partner", contractId, partnerId })}
                onCopyText={contracts.onCopyText}
              />
            )}
            <CopyCall
              segments={["contract", contractId, "partners"]}
              name={t("estate.thisList")}
              onCopyAs={props.onCopyAs}
            />
          </>
        )}
      </section>
    </div>
  );
}

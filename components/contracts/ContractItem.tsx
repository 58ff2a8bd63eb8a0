import type { Contract } from "../../lib/api/contracts";
import type { Field } from "../../lib/api/field";
import { freeBytes } from "../../lib/api/free-bytes";
import { t, tn } from "../../lib/words/words";
import { grouped } from "../amounts";
import { amount } from "../figures/money";
import { Bytes } from "../frame/Bytes";
import { CopyId } from "../frame/CopyId";
import { FieldText } from "../frame/FieldText";
import { HERE, Said } from "../frame/Said";

/** One contract at a glance: what it holds, what is given to partners, what is left. */
export function ContractItem({
  contract,
  href,
  partners,
  level = 3,
  onCopyText,
}: {
  contract: Contract;
  /** Leads to the contract's partners; absent while there is nothing behind it. */
  href?: string | undefined;
  /** Of the heading, for those who walk from heading to heading. */
  level?: 2 | 3;
  /** `null` until they were read: their line has its place before. */
  partners?: { all: number; payPerUse: number } | null;
  onCopyText: (text: string) => Promise<void>;
}) {
  const name =
    contract.details.value?.trim() ||
    t("contracts.nameless", contract.id.value?.slice(0, 8) ?? "—");
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li class="contract">
      <div class="key-line">
        <Heading title={name}>
          {href === undefined ? (
            name
          ) : (
            <a class="name-link" href={href}>
              {name}
            </a>
          )}
        </Heading>
        <CopyId id={contract.id} name={name} onCopyText={onCopyText} />
      </div>
      <CapacityBar reserved={contract.reservedBytes} allocated={contract.allocatedBytes} />
      <dl class="figures">
        <Capacity name={t("contracts.reserved")} field={contract.reservedBytes} />
        <Capacity name={t("contracts.allocated")} field={contract.allocatedBytes} />
        <Capacity name={t("contracts.free")} field={freeBytes(contract)} />
      </dl>
      {partners !== undefined && (
        <p class="quiet">
          {partners === null
            ? "\u00a0"
            : tn(
                partners.payPerUse > 0 ? "contracts.partnersPayPerUse" : "contracts.partners",
                partners.all,
                grouped(partners.all),
                grouped(partners.payPerUse),
              )}
        </p>
      )}
      <p class="quiet">
        <Said words={t("contracts.excessPrice", ...HERE)}>
          <FieldText
            field={contract.excessCentsPerGbMonth}
            words={(cents) => t("contracts.perGbAndMonth", amount(cents, contract.currency, 6))}
          />
        </Said>
      </p>
    </li>
  );
}

function Capacity({ name, field }: { name: string; field: Field<number> }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Bytes field={field} />
      </dd>
    </div>
  );
}

function CapacityBar({
  reserved,
  allocated,
}: {
  reserved: Field<number>;
  allocated: Field<number>;
}) {
  if (reserved.missing || allocated.missing || reserved.value === 0) return null;
  const percent = (100 * allocated.value) / reserved.value;
  return (
    <div class="capacity" data-full={percent >= 95} aria-hidden="true">
      <span style={{ width: `${Math.min(100, percent)}%` }} />
    </div>
  );
}

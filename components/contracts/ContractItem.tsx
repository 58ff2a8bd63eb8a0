import { useState } from "preact/hooks";
import { exactBytes, formatBytes } from "../../lib/api/capacity";
import { type Contract, freeBytes } from "../../lib/api/contracts";
import type { Field } from "../../lib/api/field";
import { FieldText } from "../frame/FieldText";

/** One contract at a glance: what it holds, what is given to partners, what is left. */
export function ContractItem({
  contract,
  onCopyText,
}: {
  contract: Contract;
  onCopyText: (text: string) => Promise<void>;
}) {
  const [isCopied, setCopied] = useState(false);
  const name =
    contract.details.value?.trim() || `Contract ${contract.id.value?.slice(0, 8) ?? "—"}`;
  const id = contract.id.value;
  return (
    <li class="contract">
      <div class="key-line">
        <h3 title={name}>{name}</h3>
        {id !== undefined && (
          <button
            type="button"
            aria-label={`Copy id of ${name}`}
            title={id}
            onClick={async () => {
              await onCopyText(id);
              setCopied(true);
            }}
          >
            {isCopied ? "Copied" : "Copy id"}
          </button>
        )}
      </div>
      <CapacityBar reserved={contract.reservedBytes} allocated={contract.allocatedBytes} />
      <dl class="figures">
        <Capacity name="Reserved" field={contract.reservedBytes} />
        <Capacity name="Allocated" field={contract.allocatedBytes} />
        <Capacity name="Free" field={freeBytes(contract)} />
      </dl>
      <p class="quiet">
        Excess price: <FieldText field={contract.excessCentsPerGbMonth} words={price(contract)} />
      </p>
    </li>
  );
}

function Capacity({ name, field }: { name: string; field: Field<number> }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <FieldText
          field={field}
          words={(value) => formatBytes(value, navigator.language)}
          title={(value) => exactBytes(value, navigator.language)}
        />
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

/** The currency as the API spells it; one that the browser does not know is written behind the number. */
function price({ currency }: Contract): (cents: number) => string {
  return (cents) => {
    const amount = cents / 100;
    const code = currency.value ?? "";
    const number = /^[A-Za-z]{3}$/.test(code)
      ? amount.toLocaleString(undefined, {
          style: "currency",
          currency: code,
          maximumFractionDigits: 6,
        })
      : `${amount.toLocaleString(undefined, { maximumFractionDigits: 6 })} ${code || "(currency not sent)"}`;
    return `${number} per GB and month`;
  };
}

import { useEffect, useState } from "preact/hooks";
import type { Partner } from "../../lib/api/partners";
import { t } from "../../lib/words/words";
import { editableCapacity, typedCapacity } from "../amounts";
import { CapacityField } from "../writes/CapacityField";
import type { Propose } from "../writes/proposal";
import { TextField } from "../writes/TextField";

/** Name and allocation of a partner; what was not touched is not sent. */
export function PartnerForm({
  partner,
  partnerId,
  place,
  onPropose,
}: {
  partner: Partner;
  partnerId: string;
  /** Name of the contract. */
  place: string | null;
  onPropose: Propose;
}) {
  const ownName = partner.name.value ?? "";
  const ownBytes = partner.allocatedBytes.value;
  const ownCapacity = ownBytes === undefined ? "" : editableCapacity(ownBytes);
  const [name, setName] = useState(ownName);
  const [capacity, setCapacity] = useState(ownCapacity);
  // A refreshed value replaces the old one, but never what somebody is typing.
  useEffect(() => setName(ownName), [ownName]);
  useEffect(() => setCapacity(ownCapacity), [ownCapacity]);

  const typed = typedCapacity(capacity);
  const isRenamed = name.trim() !== ownName && name.trim() !== "";
  const isResized = typed.bytes !== undefined && typed.bytes !== ownBytes;
  const isUsable = name.trim() !== "" && (typed.bytes !== undefined || capacity === ownCapacity);
  const subject = ownName || partnerId;

  return (
    <form
      class="form"
      aria-label={t("partners.partner")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isUsable || !(isRenamed || isResized)) return;
        onPropose({
          order: {
            kind: "change-partner",
            partnerId,
            ...(isRenamed ? { name: name.trim() } : {}),
            ...(isResized ? { allocatedBytes: typed.bytes } : {}),
          },
          secrets: {},
          subject,
          place,
          typed: null,
          putsBack: null,
        });
      }}
    >
      <div class="form-columns">
        <TextField id="partner-name" label={t("estate.name")} value={name} onInput={setName} />
        <CapacityField
          id="partner-capacity"
          label={t("estate.allocatedCapacity")}
          value={capacity}
          onInput={setCapacity}
        />
      </div>
      <div class="row">
        <button type="submit" class="primary" disabled={!isUsable || !(isRenamed || isResized)}>
          {t("partners.save")}
        </button>
        <button
          type="button"
          class="danger-quiet"
          onClick={() =>
            onPropose({
              order: { kind: "delete-partner", partnerId },
              secrets: {},
              subject,
              place,
              typed: subject,
              putsBack: null,
            })
          }
        >
          {t("partners.delete")}
        </button>
      </div>
    </form>
  );
}

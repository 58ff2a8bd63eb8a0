import { useState } from "preact/hooks";
import { t } from "../../lib/words/words";
import { typedCapacity } from "../amounts";
import { CapacityField } from "../writes/CapacityField";
import type { Propose } from "../writes/proposal";

/** A new partner of one contract; **Create partner** leads to the preview, not to the API. */
export function CreatePartner({
  contractId,
  contractName,
  onPropose,
  onCancel,
}: {
  contractId: string;
  contractName: string;
  onPropose: Propose;
  onCancel: () => void;
}) {
  const [name, setName] = useState("");
  const [capacity, setCapacity] = useState("");
  const [allowsOverdraft, setAllowsOverdraft] = useState(false);
  const typed = typedCapacity(capacity);
  const isComplete = name.trim() !== "" && typed.bytes !== undefined;
  return (
    <form
      class="card form"
      aria-label={t("partners.new")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        onPropose({
          order: {
            kind: "create-partner",
            contractId,
            name: name.trim(),
            allocatedBytes: typed.bytes,
            allowsOverdraft,
          },
          secrets: {},
          subject: name.trim(),
          place: contractName,
          typed: null,
          putsBack: null,
        });
      }}
    >
      <h3>{t("partners.new")}</h3>
      <div class="field">
        <label for="new-partner-name">{t("estate.name")}</label>
        <input
          id="new-partner-name"
          value={name}
          maxLength={200}
          autoComplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <CapacityField
        id="new-partner-capacity"
        label={t("estate.allocatedCapacity")}
        value={capacity}
        onInput={setCapacity}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={allowsOverdraft}
          onChange={(event) => setAllowsOverdraft(event.currentTarget.checked)}
        />
        {t("estate.mayOverdraw")}
      </label>
      <div class="row">
        <button type="submit" class="primary" disabled={!isComplete}>
          {t("partners.create")}
        </button>
        <button type="button" onClick={onCancel}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}

import { useState } from "preact/hooks";
import { t } from "../../lib/words/words";
import { typedCapacity } from "../amounts";
import { CapacityField } from "../writes/CapacityField";
import { FormEnd } from "../writes/FormEnd";
import { OverdraftCheck } from "../writes/OverdraftCheck";
import type { Propose } from "../writes/proposal";
import { TextField } from "../writes/TextField";

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
      <TextField id="new-partner-name" label={t("estate.name")} value={name} onInput={setName} />
      <CapacityField
        id="new-partner-capacity"
        label={t("estate.allocatedCapacity")}
        value={capacity}
        onInput={setCapacity}
      />
      <OverdraftCheck isAllowed={allowsOverdraft} onChange={setAllowsOverdraft} />
      <FormEnd button={t("partners.create")} isComplete={isComplete} onCancel={onCancel} />
    </form>
  );
}

import { useState } from "preact/hooks";
import { parseCapacity } from "../../lib/api/parse-capacity";
import { localeOfDates } from "../../lib/words/words";
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
  const typed = parseCapacity(capacity, localeOfDates(), "TB");
  const isComplete = name.trim() !== "" && typed.bytes !== undefined;
  return (
    <form
      class="card form"
      aria-label="New partner"
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
      <h3>New partner</h3>
      <div class="field">
        <label for="new-partner-name">Name</label>
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
        label="Allocated capacity"
        value={capacity}
        onInput={setCapacity}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={allowsOverdraft}
          onChange={(event) => setAllowsOverdraft(event.currentTarget.checked)}
        />
        May use more than allocated (overdraft)
      </label>
      <div class="row">
        <button type="submit" class="primary" disabled={!isComplete}>
          Create partner
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

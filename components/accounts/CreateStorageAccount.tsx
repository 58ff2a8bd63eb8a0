import { useState } from "preact/hooks";
import { storagePasswordGaps } from "../../lib/tasks/writing/password-rules";
import { t } from "../../lib/words/words";
import { typedCapacity } from "../amounts";
import { CapacityField } from "../writes/CapacityField";
import { FormEnd } from "../writes/FormEnd";
import { NewPasswordField } from "../writes/NewPasswordField";
import { OverdraftCheck } from "../writes/OverdraftCheck";
import type { Propose } from "../writes/proposal";
import { TextField } from "../writes/TextField";

/** A new storage account with its first login. Name and allocation cannot be changed later: the API has no call for it. */
export function CreateStorageAccount({
  partnerId,
  place,
  onPropose,
  onCancel,
}: {
  partnerId: string | null;
  place: string | null;
  onPropose: Propose;
  onCancel: () => void;
}) {
  const [name, setName] = useState("");
  const [contactEmail, setContactEmail] = useState("");
  const [capacity, setCapacity] = useState("");
  const [allowsOverdraft, setAllowsOverdraft] = useState(false);
  const [password, setPassword] = useState("");
  const typed = typedCapacity(capacity);
  const gaps = storagePasswordGaps(password);
  const isComplete =
    name.trim() !== "" &&
    /^\S+@\S+$/.test(contactEmail.trim()) &&
    typed.bytes !== undefined &&
    gaps.length === 0;
  return (
    <form
      class="card form"
      aria-label={t("accounts.new")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        onPropose({
          order: {
            kind: "create-account",
            partnerId,
            name: name.trim(),
            contactEmail: contactEmail.trim(),
            allocatedBytes: typed.bytes,
            allowsOverdraft,
          },
          secrets: { password },
          subject: name.trim(),
          place,
          typed: null,
          putsBack: null,
        });
      }}
    >
      <h3>{t("accounts.new")}</h3>
      <div class="form-columns">
        <TextField id="account-name" label={t("estate.name")} value={name} onInput={setName} />
        <CapacityField
          id="account-capacity"
          label={t("estate.allocatedCapacity")}
          value={capacity}
          onInput={setCapacity}
        />
        <TextField
          id="account-email"
          label={t("accounts.contactEmail")}
          isEmail
          value={contactEmail}
          onInput={setContactEmail}
        />
        <NewPasswordField
          id="account-password"
          value={password}
          gaps={gaps}
          onInput={setPassword}
        />
      </div>
      <OverdraftCheck isAllowed={allowsOverdraft} onChange={setAllowsOverdraft} />
      <p class="quiet">{t("accounts.fixed")}</p>
      <FormEnd button={t("accounts.create")} isComplete={isComplete} onCancel={onCancel} />
    </form>
  );
}

import { useState } from "preact/hooks";
import { storagePasswordGaps } from "../../lib/tasks/writing/password-rules";
import { t } from "../../lib/words/words";
import { typedCapacity } from "../amounts";
import { CapacityField } from "../writes/CapacityField";
import { NewPasswordField } from "../writes/NewPasswordField";
import type { Propose } from "../writes/proposal";

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
        <div class="field">
          <label for="account-name">{t("estate.name")}</label>
          <input
            id="account-name"
            value={name}
            maxLength={200}
            autoComplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <CapacityField
          id="account-capacity"
          label={t("estate.allocatedCapacity")}
          value={capacity}
          onInput={setCapacity}
        />
        <div class="field">
          <label for="account-email">{t("accounts.contactEmail")}</label>
          <input
            id="account-email"
            type="email"
            value={contactEmail}
            autoComplete="off"
            onInput={(event) => setContactEmail(event.currentTarget.value)}
          />
        </div>
        <NewPasswordField
          id="account-password"
          value={password}
          gaps={gaps}
          onInput={setPassword}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={allowsOverdraft}
          onChange={(event) => setAllowsOverdraft(event.currentTarget.checked)}
        />
        {t("estate.mayOverdraw")}
      </label>
      <p class="quiet">{t("accounts.fixed")}</p>
      <div class="row">
        <button type="submit" class="primary" disabled={!isComplete}>
          {t("accounts.create")}
        </button>
        <button type="button" onClick={onCancel}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}

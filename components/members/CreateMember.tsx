import { useState } from "preact/hooks";
import type { NewMember } from "../../lib/api/members";
import { memberPasswordGaps } from "../../lib/tasks/writing/password-rules";
import { t } from "../../lib/words/words";
import { FormEnd } from "../writes/FormEnd";
import { NewPasswordField } from "../writes/NewPasswordField";
import type { Propose } from "../writes/proposal";
import { TextField } from "../writes/TextField";

const ROLES = {
  viewer: "members.viewer",
  staff: "members.staff",
  admin: "members.admin",
} as const;

/** A new console user of a partner. */
export function CreateMember({
  partnerId,
  partnerName,
  onPropose,
  onCancel,
}: {
  partnerId: string;
  partnerName: string;
  onPropose: Propose;
  onCancel: () => void;
}) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<NewMember["role"]>("viewer");
  const [password, setPassword] = useState("");
  const gaps = memberPasswordGaps(password);
  const isComplete = /^\S+@\S+$/.test(email.trim()) && gaps.length === 0;
  return (
    <form
      class="card form"
      aria-label={t("members.new")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        onPropose({
          order: { kind: "create-member", partnerId, email: email.trim(), role, name: name.trim() },
          secrets: { password },
          subject: email.trim(),
          place: partnerName,
          typed: null,
          putsBack: null,
        });
      }}
    >
      <h3>{t("members.new")}</h3>
      <div class="form-columns">
        <TextField
          id="member-email"
          label={t("members.email")}
          isEmail
          value={email}
          onInput={setEmail}
        />
        <TextField id="member-name" label={t("members.name")} value={name} onInput={setName} />
        <div class="field">
          <label for="member-role">{t("members.role")}</label>
          <select
            id="member-role"
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as NewMember["role"])}
          >
            {Object.entries(ROLES).map(([value, words]) => (
              <option key={value} value={value}>
                {t(words)}
              </option>
            ))}
          </select>
        </div>
        <NewPasswordField id="member-password" value={password} gaps={gaps} onInput={setPassword} />
      </div>
      <FormEnd button={t("members.create")} isComplete={isComplete} onCancel={onCancel} />
    </form>
  );
}

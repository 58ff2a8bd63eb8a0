import { useState } from "preact/hooks";
import type { NewMember } from "../../lib/api/members";
import { memberPasswordGaps } from "../../lib/tasks/writing/password-rules";
import { NewPasswordField } from "../writes/NewPasswordField";
import type { Propose } from "../writes/proposal";

const ROLES = {
  viewer: "Viewer: only reads",
  staff: "Staff: manages partners, creates members",
  admin: "Admin: manages everything",
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
      aria-label="New member"
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
      <h3>New member</h3>
      <div class="form-columns">
        <div class="field">
          <label for="member-email">E-mail</label>
          <input
            id="member-email"
            type="email"
            value={email}
            autoComplete="off"
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="member-name">Name (optional)</label>
          <input
            id="member-name"
            value={name}
            maxLength={200}
            autoComplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="member-role">Role</label>
          <select
            id="member-role"
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as NewMember["role"])}
          >
            {Object.entries(ROLES).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <NewPasswordField id="member-password" value={password} gaps={gaps} onInput={setPassword} />
      </div>
      <div class="row">
        <button type="submit" class="primary" disabled={!isComplete}>
          Create member
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

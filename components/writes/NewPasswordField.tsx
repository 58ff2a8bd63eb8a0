import type { PasswordGap } from "../../lib/tasks/writing/password-rules";
import { t } from "../../lib/words/words";
import { PassphraseField } from "../unlock/PassphraseField";
import { GAP_WORDS } from "./write-words";

/** A password somebody else will use: its rules are checked while typing, it is kept nowhere. */
export function NewPasswordField({
  id,
  value,
  gaps,
  onInput,
}: {
  id: string;
  value: string;
  gaps: readonly PasswordGap[];
  onInput: (value: string) => void;
}) {
  return (
    <div class="field">
      <PassphraseField
        id={id}
        label={t("writes.password")}
        value={value}
        onInput={onInput}
        autoComplete="new-password"
      />
      <p class="quiet" aria-live="polite">
        {gaps.length === 0
          ? t("writes.meetsRules")
          : t("writes.stillNeeded", gaps.map((gap) => t(GAP_WORDS[gap])).join(", "))}
      </p>
    </div>
  );
}

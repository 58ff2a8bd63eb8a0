import { AUTO_LOCK_CHOICES, type AutoLockMinutes } from "../../lib/vault/auto-lock";
import { t, tn } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

export interface LockActions {
  onAutoLock: (minutes: AutoLockMinutes) => Promise<void>;
  /** Switching it on locks the vault. */
  onStrict: (strict: boolean) => Promise<void>;
  onKeepsHours: (inClear: boolean) => Promise<void>;
}

/** When the vault locks, and what it leaves in clear. */
export function LockSection({
  autoLock,
  strict,
  keepsHours,
  actions,
}: {
  autoLock: AutoLockMinutes;
  strict: boolean;
  keepsHours: boolean;
  actions: LockActions;
}) {
  const changing = useAction((change: () => Promise<void>) => change());
  return (
    <section aria-labelledby="vault-lock">
      <h2 id="vault-lock">{t("locking.heading")}</h2>
      <div class="field">
        <label for="auto-lock">{t("locking.after")}</label>
        <select
          id="auto-lock"
          value={String(autoLock)}
          disabled={changing.isBusy}
          onChange={({ currentTarget }) => {
            const chosen = AUTO_LOCK_CHOICES.find((one) => String(one) === currentTarget.value);
            if (chosen !== undefined) void changing.run(() => actions.onAutoLock(chosen));
          }}
        >
          {AUTO_LOCK_CHOICES.map((minutes) => (
            <option key={String(minutes)} value={String(minutes)}>
              {choiceWords(minutes)}
            </option>
          ))}
        </select>
      </div>
      <Check
        id="strict"
        label={t("locking.strict")}
        words={t("locking.strictWords")}
        checked={strict}
        isBusy={changing.isBusy}
        onChange={(checked) => void changing.run(() => actions.onStrict(checked))}
      />
      <Check
        id="keeps-hours"
        label={t("locking.hours")}
        words={t("locking.hoursWords")}
        checked={keepsHours}
        isBusy={changing.isBusy}
        onChange={(checked) => void changing.run(() => actions.onKeepsHours(checked))}
      />
      {changing.failure && <Notice kind="alert">{failureWords(changing.failure)}</Notice>}
    </section>
  );
}

function choiceWords(minutes: AutoLockMinutes): string {
  return minutes === null ? t("locking.atClose") : tn("locking.minutes", minutes);
}

function Check({
  id,
  label,
  words,
  checked,
  isBusy,
  onChange,
}: {
  id: string;
  label: string;
  words: string;
  checked: boolean;
  isBusy: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={isBusy}
        aria-describedby={`${id}-words`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        <p class="quiet" id={`${id}-words`}>
          {words}
        </p>
      </div>
    </div>
  );
}

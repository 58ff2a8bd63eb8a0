import { AUTO_LOCK_CHOICES, type AutoLockMinutes } from "../../lib/vault/auto-lock";
import { t, tn } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { Check } from "./Check";
import { Choice } from "./Choice";

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
  isTimeFixed = false,
  actions,
}: {
  autoLock: AutoLockMinutes;
  strict: boolean;
  keepsHours: boolean;
  /** The person's organisation decided when it locks. */
  isTimeFixed?: boolean;
  actions: LockActions;
}) {
  const changing = useAction((change: () => Promise<void>) => change());
  return (
    <section aria-labelledby="settings-lock">
      <h2 id="settings-lock">{t("locking.heading")}</h2>
      <Choice
        id="auto-lock"
        label={t("locking.after")}
        value={autoLock}
        choices={AUTO_LOCK_CHOICES}
        wordsOf={lockTimeWords}
        isBusy={changing.isBusy}
        isFixed={isTimeFixed}
        onChange={(minutes) => void changing.run(() => actions.onAutoLock(minutes))}
      />
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

/** How the automatic lock is chosen, in words. */
export function lockTimeWords(minutes: AutoLockMinutes): string {
  return minutes === null ? t("locking.atClose") : tn("locking.minutes", minutes);
}

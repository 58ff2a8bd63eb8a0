import { AUTO_LOCK_CHOICES, type AutoLockMinutes } from "../../lib/vault/auto-lock";
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
      <h2 id="vault-lock">Locking</h2>
      <div class="field">
        <label for="auto-lock">Lock after the last use</label>
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
        label="Strict: keep the unlocked key in memory only"
        words="The vault locks whenever the browser puts the extension to sleep (about half a minute without use), and locking also restarts the extension: tabs of the console must then be reloaded before a key is created. Switching it on locks the vault."
        checked={strict}
        isBusy={changing.isBusy}
        onChange={(checked) => void changing.run(() => actions.onStrict(checked))}
      />
      <Check
        id="keeps-hours"
        label="Warn of expiring keys while the vault is locked"
        words="For this, the hour at which each key expires stands unencrypted on the disk, without names. Without it, the toolbar warns only while the vault is unlocked."
        checked={keepsHours}
        isBusy={changing.isBusy}
        onChange={(checked) => void changing.run(() => actions.onKeepsHours(checked))}
      />
      {changing.failure && <Notice kind="alert">{failureWords(changing.failure)}</Notice>}
    </section>
  );
}

function choiceWords(minutes: AutoLockMinutes): string {
  if (minutes === null) return "Only when the browser closes";
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
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

import type { ApiKey, KeyEnd } from "../../lib/keys/api-key";
import type { Badge } from "../../lib/keys/badge";
import type { HealthFinding } from "../../lib/tasks/health";
import type { DueReminder } from "../../lib/tasks/reminders/reminder-rules";
import { ExpiryBadge } from "../ExpiryBadge";
import { failureWords } from "../failure-words";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

export interface ReminderActions {
  /** Asks the browser's permission where it is switched on; `false` when it was refused. */
  onNotify: (isOn: boolean) => Promise<boolean>;
  onSnooze: (days: number) => Promise<void>;
  onExportCalendar: () => void;
}

/** What is known of reminders and health, once it is loaded. */
export interface KeyCare {
  due: DueReminder[];
  isSnoozed: boolean;
  notifies: boolean;
  health: { keyId: string; findings: HealthFinding[] }[];
}

const MOST_SHOWN = 3;

const HEALTH_WORDS: Record<Exclude<HealthFinding, "expired">, string> = {
  "expired-in-console": "Expired, but still in the console",
  "never-tested": "Never tested",
  "not-tested-lately": "Not tested for 90 days",
  "older-than-a-year": "Older than a year",
  "not-backed-up": "In no backup",
};

/** Keys that reach a reminder, each with the way to replace it; quiet when there are none. */
export function DueKeys({
  keys,
  care,
  badgeOf,
  onRotate,
  onSnooze,
}: {
  keys: ApiKey[];
  care: KeyCare;
  badgeOf: (end: KeyEnd) => Badge;
  onRotate: (keyId: string) => void;
} & Pick<ReminderActions, "onSnooze">) {
  const snoozing = useAction(onSnooze);
  const due = care.due.flatMap((one) => keys.find(({ id }) => id === one.keyId) ?? []);
  if (due.length === 0 || care.isSnoozed) return null;
  return (
    <section class="creation" aria-label="Reminders">
      <div class="creation-head">
        <h2>{due.length === 1 ? "1 key needs attention" : `${due.length} keys need attention`}</h2>
      </div>
      <ul class="due">
        {due.slice(0, MOST_SHOWN).map((key) => (
          <li key={key.id} class="due-key">
            <span class="due-name">{key.description || "Key without description"}</span>
            <ExpiryBadge badge={badgeOf(key.end)} />
            <button
              type="button"
              aria-label={`Rotate ${key.description || "key without description"}`}
              onClick={() => onRotate(key.id)}
            >
              Rotate
            </button>
          </li>
        ))}
      </ul>
      {due.length > MOST_SHOWN && (
        <p class="quiet">And {due.length - MOST_SHOWN} more in the list below.</p>
      )}
      {snoozing.failure && <Notice kind="alert">{failureWords(snoozing.failure)}</Notice>}
      <div class="row">
        <button type="button" class="link" onClick={() => void snoozing.run(1)}>
          Snooze for a day
        </button>
        <button type="button" class="link" onClick={() => void snoozing.run(7)}>
          Snooze for a week
        </button>
      </div>
    </section>
  );
}

/** How reminders reach the person, and what else deserves a look. */
export function CareSettings({
  keys,
  care,
  onNotify,
  onExportCalendar,
}: { keys: ApiKey[]; care: KeyCare } & Pick<ReminderActions, "onNotify" | "onExportCalendar">) {
  const notifying = useAction(async (isOn: boolean) => {
    if (!(await onNotify(isOn))) throw new NotAllowedError("notifications were refused");
  });
  return (
    <details class="care">
      <summary>
        <Icon name="shield" /> Reminders and health
      </summary>
      <div class="care-body">
        <label class="care-line">
          <input
            type="checkbox"
            class="tick"
            checked={care.notifies}
            disabled={notifying.isBusy}
            onChange={(event) => void notifying.run(event.currentTarget.checked)}
          />
          Notify me once a day at most, without names
        </label>
        {notifying.failure && (
          <Notice kind="alert">
            {notifying.failure.name === "NotAllowedError"
              ? "The browser does not allow notifications. The number on the icon still tells."
              : failureWords(notifying.failure)}
          </Notice>
        )}
        <p class="quiet">
          30, 14, 7 and 1 days before the end, unless a key's details say otherwise. The number on
          the icon counts keys that end within 7 days, also while the vault is locked.
        </p>
        <Health keys={keys} health={care.health} />
        <button type="button" onClick={onExportCalendar}>
          Export calendar (.ics)
        </button>
      </div>
    </details>
  );
}

function Health({ keys, health }: { keys: ApiKey[]; health: KeyCare["health"] }) {
  const nameOf = (keyId: string) =>
    keys.find(({ id }) => id === keyId)?.description || "Key without description";
  const lines = Object.entries(HEALTH_WORDS).flatMap(([finding, words]) => {
    const names = health
      .filter(({ findings }) => findings.includes(finding as HealthFinding))
      .map(({ keyId }) => nameOf(keyId));
    return names.length === 0 ? [] : [{ words, names }];
  });
  if (lines.length === 0) return <p>Every key was tested lately and is younger than a year.</p>;
  return (
    <dl class="health">
      {lines.map(({ words, names }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>
            {names.slice(0, MOST_SHOWN).join(", ")}
            {names.length > MOST_SHOWN && ` and ${names.length - MOST_SHOWN} more`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

class NotAllowedError extends Error {
  override name = "NotAllowedError";
}

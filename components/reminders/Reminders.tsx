import type { ApiKey, KeyEnd } from "../../lib/keys/api-key";
import type { Badge } from "../../lib/keys/badge";
import type { HealthFinding } from "../../lib/tasks/health";
import type { DueReminder } from "../../lib/tasks/reminders/reminder-rules";
import { localeOfDates, t, tn, type WordName } from "../../lib/words/words";
import { chosenSettings } from "../chosen";
import { failureWords } from "../failure-words";
import { Icon } from "../Icon";
import { ExpiryBadge } from "../keys/ExpiryBadge";
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

const HEALTH_WORDS: Record<Exclude<HealthFinding, "expired">, WordName> = {
  "expired-in-console": "reminders.expiredInConsole",
  "never-tested": "reminders.neverTested",
  "not-tested-lately": "reminders.notTestedLately",
  "older-than-a-year": "reminders.olderThanAYear",
  "not-backed-up": "reminders.notBackedUp",
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
    <section class="creation" aria-label={t("reminders.region")}>
      <div class="creation-head">
        <h2>{tn("reminders.due", due.length)}</h2>
      </div>
      <ul class="due">
        {due.slice(0, MOST_SHOWN).map((key) => (
          <li key={key.id} class="due-key">
            <span class="due-name">{key.description || t("keys.nameless")}</span>
            <ExpiryBadge badge={badgeOf(key.end)} />
            <button
              type="button"
              aria-label={
                key.description ? t("keys.rotateOf", key.description) : t("keys.rotateNameless")
              }
              onClick={() => onRotate(key.id)}
            >
              {t("keyDetails.rotate")}
            </button>
          </li>
        ))}
      </ul>
      {due.length > MOST_SHOWN && (
        <p class="quiet">{tn("reminders.moreDue", due.length - MOST_SHOWN)}</p>
      )}
      {snoozing.failure && <Notice kind="alert">{failureWords(snoozing.failure)}</Notice>}
      <div class="row">
        <button type="button" class="link" onClick={() => void snoozing.run(1)}>
          {t("reminders.snoozeDay")}
        </button>
        <button type="button" class="link" onClick={() => void snoozing.run(7)}>
          {t("reminders.snoozeWeek")}
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
        <Icon name="shield" /> {t("reminders.settings")}
      </summary>
      <div class="care-body">
        <label class="check">
          <input
            type="checkbox"
            checked={care.notifies}
            disabled={notifying.isBusy}
            onChange={(event) => void notifying.run(event.currentTarget.checked)}
          />
          {t("reminders.notify")}
        </label>
        {notifying.failure && (
          <Notice kind="alert">
            {notifying.failure.name === "NotAllowedError"
              ? t("reminders.notAllowed")
              : failureWords(notifying.failure)}
          </Notice>
        )}
        <p class="quiet">{whenWords()}</p>
        <Health keys={keys} health={care.health} />
        <button type="button" onClick={onExportCalendar}>
          {t("reminders.exportCalendar")}
        </button>
      </div>
    </details>
  );
}

function Health({ keys, health }: { keys: ApiKey[]; health: KeyCare["health"] }) {
  const nameOf = (keyId: string) =>
    keys.find(({ id }) => id === keyId)?.description || t("keys.nameless");
  const lines = Object.entries(HEALTH_WORDS).flatMap(([finding, words]) => {
    const names = health
      .filter(({ findings }) => findings.includes(finding as HealthFinding))
      .map(({ keyId }) => nameOf(keyId));
    return names.length === 0 ? [] : [{ words, names }];
  });
  if (lines.length === 0) return <p>{t("reminders.allWell")}</p>;
  return (
    <dl class="health">
      {lines.map(({ words, names }) => (
        <div key={words}>
          <dt>{t(words)}</dt>
          <dd>{listed(names)}</dd>
        </div>
      ))}
    </dl>
  );
}

function listed(names: string[]): string {
  const shown = names.slice(0, MOST_SHOWN).join(", ");
  const others = names.length - MOST_SHOWN;
  return others > 0 ? tn("reminders.andMore", others, shown) : shown;
}

function whenWords(): string {
  const days = chosenSettings().reminderDays.map(String);
  if (days.length === 0) return t("reminders.whenNone");
  return t("reminders.when", new Intl.ListFormat(localeOfDates()).format(days));
}

class NotAllowedError extends Error {
  override name = "NotAllowedError";
}

import "./reminders.css";
import { useState } from "preact/hooks";
import type { ApiKey, KeyEnd } from "../../lib/keys/api-key";
import type { Badge } from "../../lib/keys/badge";
import type { HealthFinding } from "../../lib/tasks/health";
import type { DueReminder } from "../../lib/tasks/reminders/reminder-rules";
import { localeOfDates, t, tn, type WordName } from "../../lib/words/words";
import { chosenSettings } from "../chosen";
import { failureWords } from "../failure-words";
import { Drawing, Icon } from "../Icon";
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
const CLOCK = "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6";
const CHEVRON = "M4 6.5 8 10.5 12 6.5";

const HEALTH_WORDS: Record<Exclude<HealthFinding, "expired">, WordName> = {
  "expired-in-console": "reminders.expiredInConsole",
  "never-tested": "reminders.neverTested",
  "not-tested-lately": "reminders.notTestedLately",
  "older-than-a-year": "reminders.olderThanAYear",
  "not-backed-up": "reminders.notBackedUp",
};

/**
 * One line above the list, of the same height whatever it says. The keys that reach a reminder, each
 * with the way to replace it, come out at a press only: they are known a moment after the list.
 */
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
  const [isOpen, setOpen] = useState(false);
  const snoozing = useAction(onSnooze);
  const due = care.due.flatMap((one) => keys.find(({ id }) => id === one.keyId) ?? []);
  if (due.length === 0 || care.isSnoozed)
    return (
      <p class="due-line">
        <Icon name="check" />
        <span class="due-name">
          {t(due.length === 0 ? "reminders.nothingDue" : "reminders.snoozed")}
        </span>
      </p>
    );
  return (
    <>
      <h2>
        <button
          type="button"
          class="due-line"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Drawing path={CLOCK} />
          <span class="due-name">{tn("reminders.due", due.length)}</span>
          <Drawing path={CHEVRON} />
        </button>
      </h2>
      {isOpen && (
        <section class="due-keys" aria-label={t("reminders.region")}>
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
      )}
    </>
  );
}

/** How reminders reach the person, and what else deserves a look. */
export function CareSettings({
  keys,
  unbacked,
  care,
  onNotify,
  onExportCalendar,
}: {
  keys: ApiKey[];
  /** Keys kept for a week and in no backup. */
  unbacked: number;
  care: KeyCare;
} & Pick<ReminderActions, "onNotify" | "onExportCalendar">) {
  const notifying = useAction(async (isOn: boolean) => {
    if (!(await onNotify(isOn))) throw new NotAllowedError("notifications were refused");
  });
  return (
    <>
      {unbacked > 0 && <p class="quiet">{tn("vaultNews.unbacked", unbacked)}</p>}
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
    </>
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

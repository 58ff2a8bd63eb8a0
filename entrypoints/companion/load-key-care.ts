import type { KeyCare } from "../../components/reminders/Reminders";
import { mayNotify } from "../../lib/browser/reminders/notifications";
import { readReminderState } from "../../lib/browser/reminders/reminder-store";
import { readSettings } from "../../lib/browser/settings/settings-store";
import { vaultView } from "../../lib/browser/vault/vault-view";
import { readBackupNote } from "../../lib/tasks/backup-note";
import type { CompanionState } from "../../lib/tasks/companion-state";
import { healthOf } from "../../lib/tasks/health";
import { calendarOf } from "../../lib/tasks/reminders/calendar";
import type { ReminderState } from "../../lib/tasks/reminders/digest";
import { readOwnReminders } from "../../lib/tasks/reminders/own-reminders";
import { dueReminders, type OwnReminders } from "../../lib/tasks/reminders/reminder-rules";

export { askForNotifications } from "../../lib/browser/reminders/notifications";

type Open = Extract<CompanionState, { kind: "open" }>;

export interface LoadedCare {
  own: Record<string, OwnReminders>;
  backedUp: ReadonlySet<string> | null;
  reminders: ReminderState;
  notifies: boolean;
  /** Days before the end of every key that has no reminders of its own. */
  leads: readonly number[];
}

/** What is kept about reminders and backups. */
export async function loadCare(): Promise<LoadedCare> {
  const view = await vaultView();
  const [own, backup, reminders, isAllowed, { reminderDays }] = await Promise.all([
    readOwnReminders(view),
    readBackupNote(view),
    readReminderState(),
    mayNotify(),
    readSettings(),
  ]);
  const backedUp = backup ? new Set(backup.keyIds) : null;
  const notifies = reminders.isOn && isAllowed;
  return { own, backedUp, reminders, notifies, leads: reminderDays };
}

export function careOf(
  { keys, rotations, sightings }: Open,
  { own, backedUp, reminders, notifies, leads }: LoadedCare,
  nowMs: number,
): KeyCare {
  const settled = new Set([...rotations.map(({ oldKeyId }) => oldKeyId), ...sightings.gone]);
  return {
    due: dueReminders(keys, leads, own, nowMs).filter(({ keyId }) => !settled.has(keyId)),
    isSnoozed: reminders.snoozedUntilMs > nowMs,
    notifies,
    health: keys.map((key) => ({
      keyId: key.id,
      findings: healthOf(key, backedUp, sightings.expired, nowMs),
    })),
  };
}

export function downloadCalendar(
  { keys }: Open,
  { own, leads }: Pick<LoadedCare, "own" | "leads">,
): void {
  const calendar = calendarOf(keys, own, Date.now(), leads);
  const address = URL.createObjectURL(new Blob([calendar], { type: "text/calendar" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "icmc-api-keys.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

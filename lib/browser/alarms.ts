import { browser } from "wxt/browser";
import { CLIPBOARD_ALARM } from "./clipboard";
import { CREATION_ALARM } from "./creation/creation-world";

export const LOCK_ALARM = "lock";
export const REMINDER_ALARM = "reminders";
export const TOOLBAR_ALARM = "toolbar-count";

/** One alarm of that name at that instant; `null` takes it away. */
export async function alarmAt(name: string, whenMs: number | null): Promise<void> {
  if (whenMs === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: whenMs });
}

/** Must be called in the worker's first turn: a woken worker gets its alarm at once. */
export function onAlarm(handlers: {
  onLockDue: () => void;
  onToolbarDue: () => void;
  onClipboardDue: () => void;
  onCreationDue: () => void;
  onReminderDue: () => void;
}): void {
  const byName: Record<string, () => void> = {
    [LOCK_ALARM]: handlers.onLockDue,
    [TOOLBAR_ALARM]: handlers.onToolbarDue,
    [CLIPBOARD_ALARM]: handlers.onClipboardDue,
    [CREATION_ALARM]: handlers.onCreationDue,
    [REMINDER_ALARM]: handlers.onReminderDue,
  };
  browser.alarms.onAlarm.addListener(({ name }) => byName[name]?.());
}

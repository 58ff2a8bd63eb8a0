import type { HandlersOf } from "../../messages";
import { digestAt, type ReminderState, told } from "../../tasks/reminders/digest";
import { putOwnReminders, readOwnReminders } from "../../tasks/reminders/own-reminders";
import { endHour, reminderHours } from "../../tasks/reminders/reminder-rules";
import { readRotations } from "../../tasks/rotation/rotations";
import { readSightings } from "../../tasks/sightings";
import { endsThatCount, toolbarCount } from "../../tasks/toolbar-count";
import type { Vault } from "../../vault/vault";
import { alarmAt, REMINDER_ALARM, TOOLBAR_ALARM } from "../alarms";
import { readSettings } from "../settings/settings-store";
import { mayNotify, notifyOfReminders } from "./notifications";
import { changeReminderState, readReminderState } from "./reminder-store";
import { showToolbarCount } from "./toolbar-badge";

type Handled = "setReminders" | "snoozeReminders" | "setOwnReminders";

/** Tells the digest that is due, and sets the alarm for the next. Works on a locked vault as well. */
export async function remind(): Promise<void> {
  await remindBy(await readReminderState());
}

async function remindBy(known: ReminderState): Promise<void> {
  let state = known;
  const { count } = digestAt(state, Date.now());
  if (count > 0 && (await mayNotify())) {
    // Noted first: a worker that dies in between must not tell it twice.
    state = await changeReminderState(told(state, Date.now()));
    await notifyOfReminders();
  }
  const { nextMs } = digestAt(state, Date.now());
  await alarmAt(REMINDER_ALARM, nextMs);
}

/** Brings reminders and the number on the icon up to date. A locked vault tells nothing new, so what is known stays. */
export async function recount(vault: Vault): Promise<void> {
  const known = (await vault.state()) === "open" ? await refreshHours(vault) : null;
  // With thousands of keys it is long: read once for all that follows from it.
  const state = known?.state ?? (await readReminderState());
  await remindBy(state);
  const { snoozedUntilMs } = state;
  const unsettled = known ? known.ends : state.ends;
  const ends = endsThatCount(await vault.expiryHoursMs(), unsettled);
  const found = toolbarCount(ends, Date.now(), snoozedUntilMs);
  await showToolbarCount(found);
  await alarmAt(TOOLBAR_ALARM, found.changesAtMs);
}

/** @returns the hours at which keys end that somebody still has to see to, and what is remembered now. */
async function refreshHours(vault: Vault): Promise<{ ends: number[]; state: ReminderState }> {
  const [all, own, isAllowed, rotations, { gone }, { reminderDays }] = await Promise.all([
    vault.keys(),
    readOwnReminders(vault),
    vault.keepsHours(),
    readRotations(vault),
    readSightings(vault),
    readSettings(),
  ]);
  // A key that has a replacement, or was deleted, needs nobody's attention any more.
  const settled = new Set([...rotations.map(({ oldKeyId }) => oldKeyId), ...gone]);
  const keys = all.filter(({ id }) => !settled.has(id));
  const ends = keys.flatMap((key) => endHour(key) ?? []);
  // Who wants no hours in clear on this disk gets none from here either.
  const hours = isAllowed ? reminderHours(keys, reminderDays, own, Date.now()) : [];
  const state = await changeReminderState({ hours, ends: isAllowed ? ends : null });
  return { ends, state };
}

/** Answers what is asked about reminders. */
export function reminderHandlers({
  ownVault,
  used,
}: {
  ownVault: () => Promise<Vault>;
  /** One thing the person does with the vault. */
  used: <T>(act: (vault: Vault) => Promise<T>) => Promise<T>;
}): HandlersOf<Handled> {
  return {
    setReminders: async (isOn) => {
      // What is due already stands in the popup; the digest tells what comes.
      await changeReminderState({ isOn, toldUntilMs: Date.now() });
      await remind();
    },
    snoozeReminders: async (untilMs) => {
      await changeReminderState({ snoozedUntilMs: untilMs });
      await recount(await ownVault());
    },
    setOwnReminders: ({ keyId, own }) =>
      used(async (vault) => {
        await putOwnReminders(vault, keyId, own);
        await recount(vault);
      }),
  };
}

import type { Messages } from "../messages";
import { digestAt, told } from "../tasks/reminders/digest";
import { putOwnReminders, readOwnReminders } from "../tasks/reminders/own-reminders";
import { DEFAULT_LEADS, reminderHours } from "../tasks/reminders/reminder-rules";
import { readRotations } from "../tasks/rotation/rotations";
import { readSightings } from "../tasks/sightings";
import type { Vault } from "../vault/vault";
import { alarmAt, REMINDER_ALARM } from "./alarms";
import { mayNotify, notifyOfReminders } from "./notifications";
import { changeReminderState, readReminderState } from "./reminder-store";

type Handled = "setReminders" | "snoozeReminders" | "setOwnReminders";
type Handlers = {
  [K in Handled]: (...args: Parameters<Messages[K]>) => Promise<ReturnType<Messages[K]>>;
};

/** Tells the digest that is due, and sets the alarm for the next. Works on a locked vault as well. */
export async function remind(): Promise<void> {
  const state = await readReminderState();
  const { count } = digestAt(state, Date.now());
  if (count > 0 && (await mayNotify())) {
    // Noted first: a worker that dies in between must not tell it twice.
    await changeReminderState(told(state, Date.now()));
    await notifyOfReminders();
  }
  const { nextMs } = digestAt(await readReminderState(), Date.now());
  await alarmAt(REMINDER_ALARM, nextMs);
}

/** Brings the hours up to date with the keys. A locked vault tells nothing new, so they stay. */
export async function refreshReminders(vault: Vault): Promise<void> {
  if ((await vault.state()) !== "open") return remind();
  const [all, own, inClear, rotations, { gone }] = await Promise.all([
    vault.keys(),
    readOwnReminders(vault),
    vault.expiryHoursMs(),
    readRotations(vault),
    readSightings(vault),
  ]);
  // A key that has a replacement, or was deleted, needs nobody's attention any more.
  const settled = new Set([...rotations.map(({ oldKeyId }) => oldKeyId), ...gone]);
  const keys = all.filter(({ id }) => !settled.has(id));
  // Who wants no hours in clear on this disk gets none from here either.
  const isAllowed = inClear.length > 0;
  const hours = isAllowed ? reminderHours(keys, DEFAULT_LEADS, own, Date.now()) : [];
  await changeReminderState({ hours });
  await remind();
}

/** Answers what is asked about reminders. */
export function reminderHandlers({
  used,
}: {
  /** One thing the person does with the vault. */
  used: <T>(act: (vault: Vault) => Promise<T>) => Promise<T>;
}): Handlers {
  return {
    setReminders: async (isOn) => {
      // What is due already stands in the popup; the digest tells what comes.
      await changeReminderState({ isOn, toldUntilMs: Date.now() });
      await remind();
    },
    snoozeReminders: async (untilMs) => {
      await changeReminderState({ snoozedUntilMs: untilMs });
      await remind();
    },
    setOwnReminders: ({ keyId, own }) =>
      used(async (vault) => {
        await putOwnReminders(vault, keyId, own);
        await refreshReminders(vault);
      }),
  };
}

import { browser } from "wxt/browser";
import type { ReminderState } from "../../tasks/reminders/digest";
import { written } from "../vault/fresh-logs";

const KEY = "reminders";
const NOTHING: ReminderState = {
  hours: [],
  ends: null,
  isOn: false,
  toldUntilMs: 0,
  lastDigestMs: null,
  snoozedUntilMs: 0,
};

/** What may stand in clear: hours and switches. It outlives lock and browser. */
export async function readReminderState(): Promise<ReminderState> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return typeof stored === "object" && stored !== null ? { ...NOTHING, ...stored } : NOTHING;
}

export async function changeReminderState(change: Partial<ReminderState>): Promise<ReminderState> {
  const state = { ...(await readReminderState()), ...change };
  await written(browser.storage.local.set({ [KEY]: state }));
  return state;
}

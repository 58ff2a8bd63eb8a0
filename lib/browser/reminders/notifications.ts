import { browser } from "wxt/browser";
import { t } from "../../words/words";
import { inChosenLanguage } from "../settings/chosen-language";

const PERMISSION = { permissions: ["notifications" as const] };
const DIGEST = "reminders";

/** Asks the person, in the turn of their click; `false` when they said no. */
export function askForNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** One notification without a name; a newer one takes its place. */
export async function notifyOfReminders(): Promise<void> {
  await inChosenLanguage();
  await browser.notifications.create(DIGEST, {
    type: "basic",
    iconUrl: browser.runtime.getURL("/icon/128.png"),
    title: t("background.remindersTitle"),
    message: t("background.reminders"),
  });
}

/** Call in the worker's first turn. Without the permission there is nothing to listen to yet. */
export function onNotificationPressed(listener: () => void): void {
  browser.notifications?.onClicked.addListener((id) => {
    if (id === DIGEST) listener();
  });
}

import { browser } from "wxt/browser";
import type { CreationWorld } from "../../tasks/creation/creation-runner";
import { findConsoleTab, reloadTab, showTab } from "../console/console-tab";
import { NoAnswerError, sendToTab } from "../messaging";
import { readCreation, writeCreation } from "./creation-store";

export const CREATION_ALARM = "creation";
/** The shortest period Chromium grants an alarm. */
const ALARM_MINUTES = 0.5;
const LOADING_MS = 200;
const MOST_ATTEMPTS = 75;

/** The browser as a creation sees it. */
export function creationWorld(
  vaultSide: Pick<CreationWorld, "test" | "findCaptured" | "keepLimits" | "ended">,
): CreationWorld {
  return {
    ...vaultSide,
    read: readCreation,
    write: writeCreation,
    findTab: findConsoleTab,
    showTab,
    reload: reloadTab,
    work: (tabId, work) => whenLoaded(() => sendToTab(tabId, "work", work)),
    stopWork: (tabId, taskId) => sendToTab(tabId, "stopWork", taskId),
    keepAwake: (isNeeded) =>
      void (isNeeded
        ? browser.alarms.create(CREATION_ALARM, { periodInMinutes: ALARM_MINUTES })
        : browser.alarms.clear(CREATION_ALARM)),
    nowMs: Date.now,
  };
}

/** A page that is loading has no content script yet; it also calls by itself once it has. */
async function whenLoaded(ask: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NoAnswerError) || attempt === MOST_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOADING_MS));
    }
  }
}

import { browser } from "wxt/browser";
import type { CreationWorld } from "../../tasks/creation/creation-runner";
import { findConsoleTab, reloadTab, showTab } from "../console/console-tab";
import { whenLoaded } from "../console/when-loaded";
import { sendToTab } from "../messaging";
import { readCreation, writeCreation } from "./creation-store";

export const CREATION_ALARM = "creation";
/** The shortest period Chromium grants an alarm. */
const ALARM_MINUTES = 0.5;
/** A page that takes longer calls by itself once it has loaded. */
const LOADING = { stepMs: 200, attempts: 75 };

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
    work: (tabId, work) => whenLoaded(() => sendToTab(tabId, "work", work), LOADING),
    stopWork: (tabId, taskId) => sendToTab(tabId, "stopWork", taskId),
    keepAwake: (isNeeded) =>
      void (isNeeded
        ? browser.alarms.create(CREATION_ALARM, { periodInMinutes: ALARM_MINUTES })
        : browser.alarms.clear(CREATION_ALARM)),
    nowMs: Date.now,
  };
}

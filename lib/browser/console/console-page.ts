import { browser } from "wxt/browser";
import type { PageReport } from "../../messages";
import { consoleTabs, NoAnswerError, sendToTab } from "../messaging";

/** What some console tab is understood as, one on the API Keys page first; `null` when there is none. */
export async function anyConsolePage(): Promise<PageReport | "not-reached" | null> {
  const reports = await Promise.all(
    (await consoleTabs()).map((tabId) =>
      sendToTab(tabId, "report").catch((error: unknown) => {
        if (error instanceof NoAnswerError) return "not-reached" as const;
        throw error;
      }),
    ),
  );
  return (
    reports.find((report) => report !== "not-reached" && report.isApiKeysPage) ??
    reports.find((report) => report !== "not-reached") ??
    reports[0] ??
    null
  );
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

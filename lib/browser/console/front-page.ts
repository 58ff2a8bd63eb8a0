import type { PageReport } from "../../messages";
import { consoleTabs, NoAnswerError, sendToTab } from "../messaging";

/** What the console tab in front was understood as; `null` when another site is in front. */
export async function frontPage(): Promise<PageReport | "not-reached" | null> {
  const [tabId] = await consoleTabs("in-front");
  if (tabId === undefined) return null;
  try {
    return await sendToTab(tabId, "report");
  } catch (error) {
    if (error instanceof NoAnswerError) return "not-reached";
    throw error;
  }
}

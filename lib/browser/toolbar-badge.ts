import { browser } from "wxt/browser";
import type { ToolbarCount } from "../tasks/toolbar-count";
import { t, tn } from "../words/words";

/** The number on the toolbar icon; nothing there when nothing is to do, or to be said now. */
export async function showToolbarCount({ count, snoozed }: ToolbarCount): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: "#b3261e" });
  await browser.action.setTitle({ title: titleOf(count, snoozed) });
}

function titleOf(count: number, snoozed: number): string {
  if (count > 0) return tn("toolbar.due", count);
  return snoozed > 0 ? tn("toolbar.snoozed", snoozed) : t("manifest.name");
}

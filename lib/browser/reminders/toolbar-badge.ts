import { browser } from "wxt/browser";
import type { ToolbarCount } from "../../tasks/toolbar-count";
import { t, tn } from "../../words/words";
import { inChosenLanguage } from "../settings/chosen-language";

const DUE_COLOR = "#b3261e";
const PAUSED_COLOR = "#59606b";

/** The number on the toolbar icon; nothing there when nothing is to do, or to be said now. */
export async function showToolbarCount({ count, snoozed }: ToolbarCount): Promise<void> {
  await inChosenLanguage();
  await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: DUE_COLOR });
  await browser.action.setTitle({ title: titleOf(count, snoozed) });
}

function titleOf(count: number, snoozed: number): string {
  if (count > 0) return tn("toolbar.due", count);
  return snoozed > 0 ? tn("toolbar.snoozed", snoozed) : t("manifest.name");
}

/** On a tab of the console: that nothing is added there. The number comes back when something is. */
export async function showPausedOn(tabId: number, isPaused: boolean): Promise<void> {
  await inChosenLanguage();
  const usual = await browser.action.getTitle({});
  const color = isPaused ? PAUSED_COLOR : DUE_COLOR;
  // `null`, which both browsers take and the types do not know, means as on every other tab.
  const text = isPaused ? t("toolbar.pausedBadge") : (null as unknown as string);
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setTitle({ tabId, title: isPaused ? t("toolbar.paused") : usual });
}

import { browser } from "wxt/browser";

/** The number on the toolbar icon; nothing there when nothing is to do. */
export async function showToolbarCount(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: "#b3261e" });
  await browser.action.setTitle({
    title:
      count === 0
        ? "ICMC Companion"
        : `ICMC Companion: ${count === 1 ? "1 key" : `${count} keys`} expired or due within 7 days`,
  });
}

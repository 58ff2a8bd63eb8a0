import type { Page } from "puppeteer-core";
import { isFirefox } from "./browser-kind.ts";
import { byLabel } from "./find.ts";

/** Types into a native date and time field the way an American keyboard would. */
export async function typeDate(page: Page, label: string, at: Date): Promise<void> {
  const field = await byLabel(page, label);
  await field.focus();
  const two = (value: number) => String(value).padStart(2, "0");
  await page.keyboard.type(`${two(at.getMonth() + 1)}${two(at.getDate())}${at.getFullYear()}`);
  // Firefox goes on by itself after four digits; in Chromium a year may have more.
  if (!isFirefox(page)) await page.keyboard.press("Tab");
  await page.keyboard.type(`${two(at.getHours() % 12 || 12)}${two(at.getMinutes())}`);
  await page.keyboard.type(at.getHours() < 12 ? "A" : "P");
}

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "puppeteer-core";
import { setScheme } from "./color-scheme.ts";

/** A picture of what the page shows, in the light or dark scheme; the page keeps its own afterwards. */
export async function screenshot(
  page: Page,
  file: string,
  scheme: "light" | "dark" = "light",
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await setScheme(page, scheme);
  await page.screenshot({ path: file as `${string}.png` });
  await setScheme(page, null);
}

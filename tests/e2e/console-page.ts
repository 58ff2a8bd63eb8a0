import type { Page } from "puppeteer-core";
import { byLabel, byRole, press, typeInto } from "./find.ts";
import { typeDate } from "./native-date.ts";

/** Signs in with the login that stands in the form. */
export async function signIn(page: Page): Promise<void> {
  await press(page, "button", "Sign in");
  await byRole(page, "navigation");
}

/** Follows the left menu, as a person does. */
export async function goTo(page: Page, entry: string): Promise<void> {
  await press(page, "link", entry);
  await page.waitForFunction(
    (text) => document.querySelector("h1")?.textContent === text,
    { timeout: 15_000 },
    entry,
  );
}

/** Opens the dialog, fills it and creates the key; ends when the token can be read. */
export async function createKey(page: Page, description: string, until: Date): Promise<string> {
  await press(page, "button", "+ Create new API Key");
  await typeInto(page, "Description", description);
  await typeDate(page, "Expiration date and time", until);
  await press(page, "button", "Create");
  const field = await byLabel(page, "Your API key");
  return field.evaluate((input) => (input as HTMLInputElement).value);
}

export interface ShownRow {
  description: string;
  validUntil: string;
  createdAt: string;
}

/** The rows of the key table as they stand in the page, ours left out. */
export function shownRows(page: Page): Promise<ShownRow[]> {
  return page.$$eval("tbody tr", (rows) =>
    rows.map((row) => {
      const cell = (at: number) => row.children[at]?.textContent?.trim() ?? "";
      return { description: cell(0), validUntil: cell(1), createdAt: cell(2) };
    }),
  );
}

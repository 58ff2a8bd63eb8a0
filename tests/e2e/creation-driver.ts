import type { Page } from "puppeteer-core";
import { byLabel, press } from "./find.ts";
import { typeDate } from "./native-date.ts";
import { until } from "./our-marks.ts";

/** What stands in *New key*: a preset's words, or an instant. */
export interface Wanted {
  description: string;
  expires: string | Date;
}

/** Fills *New key* in an open popup or workspace, as a person does, and leaves the button to the caller. */
export async function fillNewKey(view: Page, { description, expires }: Wanted): Promise<void> {
  await settled(view);
  await press(view, "button", "New key");
  const field = await byLabel(view, "Description");
  await field.click({ count: 3 });
  await view.keyboard.type(description);
  if (typeof expires === "string") {
    await choose(view, expires);
    return;
  }
  await choose(view, "Other…");
  await typeDate(view, "Expires on", expires);
}

/** A view that has just opened is drawn anew when its later parts have been loaded. */
export async function settled(view: Page): Promise<void> {
  await view.waitForNetworkIdle({ idleTime: 250, timeout: 15_000 });
}

/** Fills *New key* and presses *Create key*. */
export async function askForKey(view: Page, wanted: Wanted): Promise<void> {
  await fillNewKey(view, wanted);
  await press(view, "button", "Create key");
}

async function choose(view: Page, name: string): Promise<void> {
  await view.$$eval(
    "fieldset label",
    (labels, wanted) => {
      const label = labels.find((one) => one.textContent?.trim() === wanted);
      if (!(label instanceof HTMLElement)) throw new Error(`no choice ${wanted}`);
      label.click();
    },
    name,
  );
}

/** The steps shown as done, in order. */
export function stepsDone(view: Page): Promise<string[]> {
  return view.$$eval('[role="status"] .steps li', (items) =>
    items
      .filter((item) => item.querySelector("time"))
      .map((item) => item.children[1]?.textContent ?? ""),
  );
}

/** Whole minutes, some days from now. */
export function daysFromNow(days: number): Date {
  return new Date(Math.floor((Date.now() + days * 86_400_000) / 60_000) * 60_000);
}

/** Waits for words of a live region, also in a view behind others, where nothing is painted. */
export async function toldBehind(view: Page, words: RegExp, timeoutMs = 25_000): Promise<void> {
  await until(
    async () => words.test(await regions(view)),
    timeoutMs,
    async () => `${words} expected, told is: ${await regions(view)}`,
  );
}

function regions(view: Page): Promise<string> {
  return view.$$eval('[role="alert"], [role="status"]', (all) =>
    all.map((one) => one.textContent ?? "").join("\n"),
  );
}

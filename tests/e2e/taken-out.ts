import { it } from "vitest";
import { WANTED } from "./browser-kind.ts";

const WHY = "Firefox ends content scripts with their extension, before they can do anything";

/** A promise about the moment the extension is taken out; skipped in Firefox, its title saying why. */
export function itOnceTakenOut(title: string, holds: () => Promise<void>): void {
  if (WANTED === "firefox") it.skip(`${title} (${WHY})`, holds);
  else it(title, holds);
}

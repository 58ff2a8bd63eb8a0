import type { Page } from "puppeteer-core";
import type { Messages } from "../../lib/messages.ts";
import { ask } from "../bench/ask-background.ts";
import { type ChromiumOptions, launchChromium, type TestChromium } from "../e2e/chromium.ts";
import { type FirefoxOptions, launchFirefox, type TestFirefox } from "../e2e/firefox.ts";
import { signToken } from "../icmc/tokens.ts";
import type * as LookScript from "./in-page/look.ts";
import { type InPage, putIntoPage } from "./page-script.ts";

export const PASSPHRASE = "crimson walnut drifts beyond harbour";
/** Nothing listens there: these rows need no API. */
const NO_PORT = 9;
const SECRET = Buffer.from("a secret of the trust run, 32 by");
const DAY_MS = 86_400_000;

/** A page of the extension that runs none of its code, and what can be done and seen from there. */
export interface AttackedPage extends InPage<typeof LookScript> {
  page: Page;
  ask<K extends keyof Messages>(
    type: K,
    ...args: Parameters<Messages[K]>
  ): Promise<ReturnType<Messages[K]>>;
}

export interface AttackedBrowser extends AttackedPage {
  chromium: TestChromium;
}

export interface AttackedFirefox extends AttackedPage {
  firefox: TestFirefox;
  /** The browser's own name and version. */
  place: string;
}

/** A browser with the production bundle. */
export async function openAttacked(
  profile?: string,
  port = NO_PORT,
  { args = [], alongside = [] }: Pick<ChromiumOptions, "args" | "alongside"> = {},
): Promise<AttackedBrowser> {
  const chromium = await launchChromium({
    port,
    args,
    alongside,
    ...(profile === undefined ? {} : { profile }),
  });
  const page = await chromium.openPage("manifest.json");
  return { chromium, ...(await attackedPage(page)) };
}

/** The same in Firefox. */
export async function openAttackedFirefox(
  options: Partial<FirefoxOptions> = {},
): Promise<AttackedFirefox> {
  const firefox = await launchFirefox({ port: null, ...options });
  const page = await firefox.openPage("manifest.json");
  const place = (await firefox.browser.version()).replace("/", " ");
  return { firefox, place, ...(await attackedPage(page)) };
}

/** Puts what looks and asks into a page of the extension. */
export async function attackedPage(page: Page): Promise<AttackedPage> {
  const script = await putIntoPage<typeof LookScript>(page, "look");
  return {
    page,
    ask: (type, ...sent) => ask(page, type, ...sent),
    look: script.look,
    slotRow: script.slotRow,
    allRows: script.allRows,
    saveMany: script.saveMany,
    createHere: script.createHere,
    hold: script.hold,
    generation: script.generation,
  };
}

/** A key like the console's; the same number always gives another token than every other number. */
export function keyNumber(at: number): { token: string; description: string } {
  const description = `Trust key ${String(at).padStart(4, "0")}`;
  const createdAtMs = Math.floor(Date.now() / 60_000) * 60_000;
  const token = signToken(
    {
      id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      ownerId: crypto.randomUUID(),
      organisationId: crypto.randomUUID(),
      description,
      createdAtMs,
      validUntilMs: createdAtMs + 90 * DAY_MS,
      deletedAtMs: null,
    },
    SECRET,
  );
  return { token, description };
}

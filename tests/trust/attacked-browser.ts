import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import type { Messages } from "../../lib/messages.ts";
import { ask } from "../bench/ask-background.ts";
import { launchBrowser, type TestBrowser } from "../e2e/browser.ts";
import { signToken } from "../icmc/tokens.ts";
import type { Look } from "./in-page/look.ts";

export const PASSPHRASE = "crimson walnut drifts beyond harbour";
/** Nothing listens there: these rows need no API. */
const NO_PORT = 9;
const SECRET = Buffer.from("a secret of the trust run, 32 by");
const DAY_MS = 86_400_000;

/** A browser with the production bundle, and a page of the extension that runs none of its code. */
export interface AttackedBrowser {
  chromium: TestBrowser;
  page: Page;
  ask<K extends keyof Messages>(
    type: K,
    ...args: Parameters<Messages[K]>
  ): Promise<ReturnType<Messages[K]>>;
  look(): Promise<Look>;
  slotRow(): Promise<unknown>;
  allRows(): Promise<string>;
}

export async function openAttacked(
  profile?: string,
  port = NO_PORT,
  args: string[] = [],
): Promise<AttackedBrowser> {
  const chromium = await launchBrowser({
    port,
    args,
    ...(profile === undefined ? {} : { profile }),
  });
  const page = await chromium.browser.newPage();
  await page.goto(`chrome-extension://${chromium.extension.id}/manifest.json`);
  await page.evaluate(`${await lookScript()};globalThis.trust = trust`);
  const call = (name: string) =>
    page.evaluate(
      (wanted) =>
        (globalThis as unknown as { trust: Record<string, () => Promise<unknown>> }).trust[
          wanted
        ]?.(),
      name,
    );
  return {
    chromium,
    page,
    ask: (type, ...sent) => ask(page, type, ...sent),
    look: () => call("look") as Promise<Look>,
    slotRow: () => call("slotRow"),
    allRows: () => call("allRows") as Promise<string>,
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

let source: Promise<string> | undefined;

function lookScript(): Promise<string> {
  source ??= bundled();
  return source;
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2024",
      lib: {
        entry: join(import.meta.dirname, "in-page", "look.ts"),
        name: "trust",
        formats: ["iife"],
        fileName: "look",
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (!chunk) throw new Error("the page's script was not built");
  return chunk.code;
}

import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser, type TestBrowser } from "../e2e/browser.ts";
import { BuildError, buildBundle } from "../setup/build-bundle.ts";
import { ensureBrowser, NoBrowserError } from "../setup/ensure-browser.ts";
import { hasDisplay } from "../setup/has-display.ts";
import { NoVariantError } from "./console/front-end.ts";
import { startIcmc } from "./server.ts";
import { walkTour } from "./tour.ts";

const TO_TRY = `
  The extension is in the toolbar (puzzle piece, ICMC Companion). What to try:

   1. Press "Sign in": the login is filled in.
   2. Look at the column "Valid until": every row says how long its key lasts.
   3. Open the toolbar popup and choose a passphrase: your vault.
   4. "+ Create new API Key", then "Save to vault" in the dialog.
   5. Open the popup again: the key is there; "Use" it and look at Contracts.
   6. Press "Lock now" and create another key: it is kept all the same.

  Close the browser or press Ctrl-C to end. Nothing here is real, and nothing stays.
`;

const LIVE = `
  This is the real console. Sign in, open API Keys, and use the extension as in daily work.
  Keys you save here stay in the vault of this browser profile:
`;

/** Not in the checkout, so that cleaning it cannot take anybody's keys along. */
const LIVE_PROFILE = join(homedir(), ".icmc-companion", "live-profile");

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Ends with the browser, or ends the browser with Ctrl-C. */
async function untilClosed({ browser, close }: TestBrowser): Promise<void> {
  await new Promise<void>((resolve) => {
    browser.once("disconnected", () => resolve());
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await close();
}

async function openLive(): Promise<number> {
  if (!hasDisplay()) {
    say("The real console needs somebody in front of it, and there is no display here.");
    return 1;
  }
  const opened = await launchBrowser({ port: null, headless: false, profile: LIVE_PROFILE });
  say(`${LIVE}  ${LIVE_PROFILE}\n`);
  await opened.openConsole("/api_keys");
  await untilClosed(opened);
  return 0;
}

async function openLocal(variant: string): Promise<number> {
  const icmc = await startIcmc({ variant });
  try {
    const opened = await launchBrowser({ port: icmc.port, headless: false });
    await opened.openConsole("/api_keys");
    say(TO_TRY);
    await untilClosed(opened);
  } finally {
    await icmc.close();
  }
  return 0;
}

async function start(): Promise<number> {
  const { values } = parseArgs({
    options: {
      live: { type: "boolean", default: false },
      tour: { type: "boolean", default: false },
      variant: { type: "string", default: "house" },
    },
  });
  ensureBrowser("chromium");
  say("Building the extension …");
  buildBundle();
  if (values.live) return openLive();
  if (hasDisplay() && !values.tour) return openLocal(values.variant);
  say("No window is opened: the main job is walked through by itself.\n");
  return (await walkTour({ variant: values.variant, say })) ? 0 : 1;
}

/** Failures whose message is all a person needs. */
function isExplained(error: unknown): error is Error {
  return (
    error instanceof NoBrowserError ||
    error instanceof BuildError ||
    error instanceof NoVariantError ||
    (error instanceof TypeError && "code" in error && String(error.code).includes("PARSE_ARGS"))
  );
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!isExplained(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

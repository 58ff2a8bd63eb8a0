import type { Page } from "puppeteer-core";
import { launchBrowser, type TestBrowser } from "../e2e/browser.ts";
import { goTo, signIn } from "../e2e/console-page.ts";
import { createVault } from "../e2e/vault-owner.ts";
import { type Icmc, startIcmc } from "../icmc/server.ts";

/**
 * Creates keys again and again while the worker is killed at random and the console answers late,
 * and counts what became of each; then the time from asking to *saved* against a floor: a script
 * that knows the page and does only the clicks. `node tests/bench/creation-runs.ts 200`
 */

const CREATE = "POST /internal/api-keys";
const PATIENCE_MS = 45_000;
/** As in `entrypoints/companion/use-creation.ts`. */
const MOST_ATTEMPTS = 20;
const RETRY_MS = 250;
const MOST_KILLS = 3;
const WINDOW_MS = 900;
const LATE_SHARE = 0.3;
const TIMED_RUNS = 15;

interface Wish {
  requestId: string;
  description: string;
  expiresAt: string;
  replaces: null;
}
interface Stored {
  id: string;
  phase: string;
  startedAt: string;
  steps: { step: string; at: string }[];
  outcome: { kind: string } | null;
}
interface ExtensionPage {
  chrome: {
    runtime: { sendMessage(message: object): Promise<unknown> };
    storage: { session: { get(key: string): Promise<{ creation?: Stored }> } };
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function tell(view: Page, type: string, args: unknown[] = []): Promise<unknown> {
  return view.evaluate(
    (message) =>
      (globalThis as unknown as ExtensionPage).chrome.runtime
        .sendMessage(message)
        .catch(() => null),
    { type, args },
  );
}

function stored(view: Page): Promise<Stored | null> {
  return view.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionPage;
    return (await chrome.storage.session.get("creation")).creation ?? null;
  });
}

function wishFor(description: string): Wish {
  const atMs = Date.now() + (10 + Math.random() * 700) * 86_400_000;
  const expiresAt = new Date(Math.round(atMs / 60_000) * 60_000).toISOString();
  return { requestId: crypto.randomUUID(), description, expiresAt, replaces: null };
}

/** Asks until somebody answers, as the popup does; `false` where it would say that nobody did. */
async function ask(view: Page, wish: Wish): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if ((await tell(view, "createKey", [wish])) !== null) return true;
    await pause(RETRY_MS);
  }
  return false;
}

async function ended(view: Page, { requestId }: Wish): Promise<Stored | null> {
  const deadlineMs = Date.now() + PATIENCE_MS;
  let nudgeAtMs = Date.now() + 3_000;
  while (Date.now() < deadlineMs) {
    const creation = await stored(view);
    if (creation?.id === requestId && creation.phase === "ended") return creation;
    if (Date.now() > nudgeAtMs) {
      nudgeAtMs = Date.now() + 3_000;
      void tell(view, "resumeCreation");
    }
    await pause(30);
  }
  return stored(view);
}

async function killedRuns(icmc: Icmc, chromium: TestBrowser, page: Page, view: Page, runs: number) {
  const outcomes: Record<string, number> = {};
  let [kills, unanswered, wrongExpiry, twice, lost] = [0, 0, 0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const wish = wishFor(`Run ${run}`);
    const delays = Array.from({ length: Math.floor(Math.random() * (MOST_KILLS + 1)) }, () =>
      Math.floor(Math.random() * WINDOW_MS),
    ).sort((a, b) => a - b);
    if (Math.random() < LATE_SHARE)
      icmc.control.fault({ kind: "slow", delayMs: 1_200 }, { scope: CREATE, times: 1 });
    const startedAtMs = Date.now();
    const asking = ask(view, wish);
    for (const delay of delays) {
      await pause(Math.max(0, startedAtMs + delay - Date.now()));
      await chromium.killWorker();
      kills++;
    }
    if (!(await asking)) {
      // The popup says so, and the person presses the same button again.
      unanswered++;
      await ask(view, wish);
    }
    const creation = await ended(view, wish);
    const kind = creation?.phase === "ended" ? (creation.outcome?.kind ?? "?") : `stuck`;
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    if (kind === "stuck")
      process.stderr.write(`Stuck: ${JSON.stringify({ wish, delays, creation })}\n`);
    const made = icmc.control.issuedKeys().filter((key) => key.description === wish.description);
    wrongExpiry += made.filter((key) => key.validUntilMs !== Date.parse(wish.expiresAt)).length;
    twice += made.length > 1 ? 1 : 0;
    lost += made.length === 1 && kind !== "saved" ? 1 : 0;
    await tell(view, "dismissCreation");
    icmc.control.clearFaults();
    await page.reload();
    await page.waitForSelector("tbody tr");
    // A long count that is stopped early has still counted something.
    const isTold = (run + 1) % 20 === 0;
    const counted = { runs: run + 1, kills, unanswered, outcomes, wrongExpiry, twice, lost };
    if (isTold) process.stderr.write(`${JSON.stringify(counted)}\n`);
  }
  return { runs, kills, unanswered, outcomes, wrongExpiry, twice, lost };
}

/** From asking to *saved*, on a console tab that is open and signed in. */
async function timedRuns(page: Page, view: Page): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < TIMED_RUNS; run++) {
    const wish = wishFor(`Timed ${run}`);
    await page.bringToFront();
    await ask(view, wish);
    const creation = await ended(view, wish);
    const saved = creation?.steps.find(({ step }) => step === "saved");
    if (creation && saved) times.push(Date.parse(saved.at) - Date.parse(creation.startedAt));
    await tell(view, "dismissCreation");
    await page.reload();
    await page.waitForSelector("tbody tr");
  }
  return times;
}

/** The same clicks by a script that knows the page by heart, up to the token on the screen. */
async function floorRuns(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < TIMED_RUNS; run++) {
    const { expiresAt, description } = wishFor(`Floor ${run}`);
    const local = new Date(
      Date.parse(expiresAt) - new Date(expiresAt).getTimezoneOffset() * 60_000,
    );
    times.push(
      await page.evaluate(
        async (text, until) => {
          const startedAtMs = performance.now();
          const find = <T extends Element>(selector: string) =>
            new Promise<T>((resolve) => {
              const look = () => {
                const found = document.querySelector<T>(selector);
                if (found) resolve(found);
                else setTimeout(look, 5);
              };
              look();
            });
          (await find<HTMLButtonElement>(".page-head button.primary, button.primary")).click();
          (await find<HTMLInputElement>("input[name=description]")).value = text;
          (await find<HTMLInputElement>("input[name=expiration]")).value = until;
          (await find<HTMLButtonElement>(".dialog-foot button[type=submit]")).click();
          await find("input.token");
          return performance.now() - startedAtMs;
        },
        description,
        local.toISOString().slice(0, 16),
      ),
    );
    // Leaving a page whose key is not sealed yet asks the person first.
    await pause(500);
    await page.reload();
    await page.waitForSelector("tbody tr");
  }
  return times;
}

const middle = (values: number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const runs = Number(process.argv[2] ?? 20);
const icmc = await startIcmc({ settings: { pageSize: 20 } });
const chromium = await launchBrowser({ port: icmc.port });
const page = await chromium.openConsole("/api_keys");
// Under load a key may not be sealed yet when its page is left; nobody is there to say yes.
page.on("dialog", (dialog) => void dialog.accept());
await signIn(page);
await goTo(page, "API Keys");
await (await createVault(chromium)).close();
const view = await chromium.openWorkspace();
await page.bringToFront();
const killed = await killedRuns(icmc, chromium, page, view, runs);
process.stdout.write(`${JSON.stringify(killed)}\n`);
const timed = await timedRuns(page, view);
const floor = await floorRuns(page);
process.stdout.write(
  `asked to saved: median ${Math.round(middle(timed))} ms, slowest ${Math.max(...timed)} ms; ` +
    `floor ${Math.round(middle(floor))} ms; ratio ${(middle(timed) / middle(floor)).toFixed(1)}\n`,
);
await chromium.close();
await icmc.close();

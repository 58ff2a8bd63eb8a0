import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { signIn } from "./console-page.ts";
import { daysFromNow, fillNewKey, toldBehind } from "./creation-driver.ts";
import { byRole } from "./find.ts";
import { typeDate } from "./native-date.ts";
import { openWithVault } from "./open-with-vault.ts";
import { until } from "./our-marks.ts";
import { makeDatesStubborn } from "./stubborn-date.ts";
import { listedKeys } from "./vault-owner.ts";

const CREATE = "POST /internal/api-keys";
const SAVED = /Created, saved and tested/;

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;
let view: Page;

beforeAll(async () => {
  icmc = await startIcmc({ settings: { pageSize: 50 } });
  browser = await launchBrowser({ port: icmc.port });
  page = await openWithVault(browser);
  view = await browser.openWorkspace();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

afterEach(async () => {
  await click(view, "Done");
  icmc.control.clearFaults();
  icmc.control.forgetRequests();
  await page.bringToFront();
  await page.reload();
  await byRole(page, "button", "+ Create new API Key");
});

interface ExtensionPage {
  chrome: {
    storage: {
      session: {
        onChanged: {
          addListener(
            listener: (changes: { creation?: { newValue?: { phase: string } } }) => void,
          ): void;
        };
      };
    };
  };
}

/** Resolves when the task has stored that it is there. */
function reaches(phase: string): Promise<void> {
  return view.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const { session } = (globalThis as unknown as ExtensionPage).chrome.storage;
        session.onChanged.addListener(({ creation }) => {
          if (creation?.newValue?.phase === wanted) resolve();
        });
      }),
    phase,
  );
}

function click(place: Page, name: string): Promise<void> {
  return place.$$eval(
    "button",
    (buttons, wanted) => buttons.find((one) => one.textContent === wanted)?.click(),
    name,
  );
}

const issued = (description: string) =>
  icmc.control.issuedKeys().filter((key) => key.description === description);

/** Asks for a key in the workspace and kills the worker as soon as the task stands there. */
async function killedAt(
  phase: string,
  description: string,
  expires: string | Date = "30 days",
): Promise<void> {
  await view.bringToFront();
  await fillNewKey(view, { description, expires });
  const reached = reaches(phase);
  await click(view, "Create key");
  await page.bringToFront();
  await reached;
  await browser.killWorker();
}

async function isKeptOnce(description: string): Promise<void> {
  expect(issued(description).length).toBe(1);
  expect(icmc.control.count(CREATE)).toBe(1);
  const copies = async () =>
    (await listedKeys(view)).filter((key) => key.description === description).length;
  await until(
    async () => (await copies()) === 1,
    10_000,
    async () => `${description} is listed ${await copies()} times`,
  );
}

describe("a worker that dies while a key is made", () => {
  it.each([
    ["the console's tab is looked for", "finding"],
    ["the form is filled", "filling"],
    ["the console is about to be asked", "submitting"],
  ])("goes on when %s", async (_, phase) => {
    await killedAt(phase, `Dies ${phase}`);
    await toldBehind(view, SAVED);
    await isKeptOnce(`Dies ${phase}`);
  });

  it("goes on when the console has been asked and answers late", async () => {
    icmc.control.fault({ kind: "slow", delayMs: 2_000 }, { scope: CREATE, times: 1 });
    await killedAt("awaiting", "Dies awaiting");
    await toldBehind(view, SAVED);
    await isKeptOnce("Dies awaiting");
  });

  it("goes on when the key is tested", async () => {
    icmc.control.fault({ kind: "slow", delayMs: 1_500 }, { times: 1 });
    await killedAt("testing", "Dies testing");
    await toldBehind(view, /Created(?:, saved and tested| and saved)/);
    await isKeptOnce("Dies testing");
  });

  it("goes on when somebody has to sign in", async () => {
    icmc.control.signOutAll();
    await page.reload();
    await byRole(page, "button", "Sign in");
    await killedAt("signing-in", "Dies signing in");
    await signIn(page);
    await toldBehind(view, SAVED);
    await isKeptOnce("Dies signing in");
  });

  it("goes on when the person is asked to choose the date", async () => {
    await makeDatesStubborn(page, "Dies asking");
    const at = daysFromNow(60);
    await killedAt("asking", "Dies asking", at);
    await page.waitForSelector(">>> [data-icmc-ask]");
    expect(icmc.control.count(CREATE)).toBe(0);
    await typeDate(page, "Expiration date and time", at);
    await toldBehind(view, SAVED);
    await isKeptOnce("Dies asking");
    expect(issued("Dies asking")[0]?.validUntilMs).toBe(at.getTime());
  });

  it("still names the key that was created although its answer was lost", async () => {
    const body = { message: "The gateway gave up" };
    icmc.control.fault({ kind: "instead", status: 502, body }, { scope: CREATE, times: 1 });
    await killedAt("looking", "Dies looking");
    await toldBehind(view, /Delete “Dies looking” in the console's list/);
    expect(icmc.control.count(CREATE)).toBe(1);
  });
});

describe("two tabs of the console", () => {
  it("see one key made, in one of them", async () => {
    const other = await browser.openConsole("/api_keys");
    await byRole(other, "button", "+ Create new API Key");
    await view.bringToFront();
    await fillNewKey(view, { description: "Two consoles", expires: "30 days" });
    await click(view, "Create key");
    await toldBehind(view, SAVED);
    await isKeptOnce("Two consoles");
    await other.close();
  });
});

describe("a console that behaves oddly", () => {
  it("is not taken to have refused while it says that it is at work", async () => {
    icmc.control.fault({ kind: "slow", delayMs: 6_000 }, { scope: CREATE, times: 1 });
    await page.evaluate(() => {
      addEventListener("submit", () => {
        const words = document.createElement("p");
        words.setAttribute("role", "status");
        words.textContent = "Creating your key";
        document.querySelector("[role=dialog] form, dialog form, form")?.append(words);
      });
    });
    await view.bringToFront();
    await fillNewKey(view, { description: "At work", expires: "30 days" });
    await click(view, "Create key");
    await toldBehind(view, SAVED, 30_000);
    await isKeptOnce("At work");
  });

  it("has its other expiry told, where it gives the key another than asked for", async () => {
    await page.evaluate(() => {
      const { fetch: ask } = window;
      window.fetch = (target, init) => {
        if (init?.method !== "POST" || typeof init.body !== "string") return ask(target, init);
        const asked = JSON.parse(init.body) as { validUntil?: string };
        if (!asked.validUntil) return ask(target, init);
        const validUntil = new Date(Date.parse(asked.validUntil) - 3_600_000).toISOString();
        return ask(target, { ...init, body: JSON.stringify({ ...asked, validUntil }) });
      };
    });
    await view.bringToFront();
    await fillNewKey(view, { description: "An hour less", expires: "30 days" });
    await click(view, "Create key");
    await toldBehind(view, /but the console gave it another expiry/);
    await isKeptOnce("An hour less");
  });

  it("is asked once where the person presses its button while the form is filled", async () => {
    await page.evaluate(() => {
      addEventListener("input", (event) => {
        const field = event.target as HTMLInputElement;
        if (field.name === "description" && !event.isTrusted)
          document.querySelector("form")?.requestSubmit();
      });
    });
    await view.bringToFront();
    await fillNewKey(view, { description: "Pressed by hand", expires: "30 days" });
    await click(view, "Create key");
    await toldBehind(view, SAVED);
    await isKeptOnce("Pressed by hand");
  });
});

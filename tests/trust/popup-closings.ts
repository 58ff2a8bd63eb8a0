import type { Page } from "puppeteer-core";
import { byLabel, press } from "../e2e/find.ts";
import { type AttackedBrowser, keyNumber, openAttacked, PASSPHRASE } from "./attacked-browser.ts";

/** A closing may be followed by the whole of it, or by nothing; at least so long it is waited for. */
const LATEST_MS = 4_000;
/** So long it may take when nothing disturbs it, on a busy machine. */
const UNDISTURBED_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** Something the popup can do, from one press on. */
export interface Operation {
  name: string;
  /** Needs a browser without a vault, so every run has its own. */
  isFirst?: true;
  /** What is opened and closed; the popup unless told. */
  open?(browser: AttackedBrowser): Promise<Page>;
  /** What opens the vault, where that is what changes. */
  opens?(browser: AttackedBrowser, at: number): Promise<string>;
  /** Brings the browser to where it can be done. `at` is another number for every run. */
  before(browser: AttackedBrowser, at: number): Promise<void>;
  /** Fills in what is asked. */
  fill(popup: Page, at: number): Promise<void>;
  /** The one press, not waited for. */
  press(popup: Page, at: number): Promise<void>;
  /** What the vault is like when all of it was done. */
  after(before: EndState, at: number): EndState;
}

/** What a new view of the vault sees. */
export interface EndState {
  state: string;
  /** Description and token, sorted. */
  keys: string[];
  held: number;
  damaged: number;
  /** Empty where the operation does not touch it. */
  opens: string;
}

export interface Closings {
  /** Closings after which all of it was done; the others left nothing of it. */
  done: number;
  undisturbedMs: number;
  /** What was half done, done twice, or did not end as undisturbed when it was done again. */
  wrong: string[];
}

export const OPERATIONS: readonly Operation[] = [
  {
    name: "create vault",
    isFirst: true,
    before: async () => {},
    fill: async (popup) => {
      await put(popup, "Passphrase", PASSPHRASE);
      await put(popup, "Repeat passphrase", PASSPHRASE);
    },
    press: (popup) => press(popup, "button", "Create vault"),
    after: (before) => ({ ...before, state: "open" }),
  },
  {
    name: "unlock",
    before: (browser) => browser.ask("lock"),
    fill: (popup) => put(popup, "Passphrase", PASSPHRASE),
    press: (popup) => popup.keyboard.press("Enter"),
    after: (before) => ({ ...before, state: "open" }),
  },
  {
    name: "add key by hand",
    before: async () => {},
    fill: async (popup, at) => {
      await press(popup, "button", "Add key by hand");
      await put(popup, "API key", sameKey(at).token);
      await put(popup, "Description", sameKey(at).description);
    },
    press: (popup) => press(popup, "button", "Add key"),
    after: (before, at) => ({ ...before, keys: [...before.keys, named(at)].sort() }),
  },
  {
    name: "save a waiting key",
    before: async (browser, at) => {
      const { token, description } = sameKey(at);
      await browser.hold(token, description);
    },
    fill: async () => {},
    press: (popup) => press(popup, "button", "Save"),
    after: (before, at) => ({ ...before, held: 0, keys: [...before.keys, named(at)].sort() }),
  },
  {
    name: "remove a key",
    before: async (browser, at) => {
      await browser.ask("addKey", { ...sameKey(at), end: { kind: "unknown" } });
    },
    fill: async (popup, at) => {
      const { description } = sameKey(at);
      await press(popup, "button", `Details of ${description}`);
      await press(popup, "button", "Remove");
      const field = await popup.waitForSelector("form.confirm input");
      await field?.type(description);
    },
    press: async (popup) => {
      await (await popup.waitForSelector("form.confirm button[type=submit]:enabled"))?.click();
    },
    after: (before, at) => ({ ...before, keys: before.keys.filter((one) => one !== named(at)) }),
  },
];

/** Closes the popup at so many points of one operation, the last of them behind its end. */
export async function closePopupDuring(operation: Operation, points: number): Promise<Closings> {
  const closings: Closings = { done: 0, undisturbedMs: 0, wrong: [] };
  let at = 0;
  let browser = await ready(operation);
  try {
    for (let point = 0; point <= points; point++) {
      if (operation.isFirst && point > 0) {
        await browser.chromium.close();
        browser = await ready(operation);
      }
      at += 1;
      const number = at;
      await operation.before(browser, at);
      const look = () => seen(browser, operation, number);
      const before = await look();
      const wanted = operation.after(before, at);
      const popup = await opened(browser, operation);
      await operation.fill(popup, at);
      const startedAtMs = performance.now();
      // A popup that goes away while it is pressed in answers nothing.
      const pressed = operation.press(popup, at).catch(() => undefined);
      if (point === 0) {
        // Undisturbed, for its duration.
        await pressed;
        const end = await settled(look, before, wanted, UNDISTURBED_MS);
        closings.undisturbedMs = Math.round(performance.now() - startedAtMs);
        if (!isSame(end, wanted))
          closings.wrong.push(`${operation.name}, undisturbed: ${said(end)}`);
        await popup.close();
        continue;
      }
      const latestMs = Math.max(LATEST_MS, 2 * closings.undisturbedMs);
      const waitMs = (1.2 * closings.undisturbedMs * (point - 1)) / Math.max(1, points - 1);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      await popup.close();
      await pressed;
      const when = `${operation.name}, closed after ${Math.round(waitMs)} ms`;
      const end = await settled(look, before, wanted, latestMs);
      if (isSame(end, wanted)) {
        closings.done += 1;
        continue;
      }
      if (!isSame(end, before)) {
        closings.wrong.push(`${when}: ${said(end)}`);
        continue;
      }
      // Nothing was done: done again, it ends as if nothing had been between.
      const next = await opened(browser, operation);
      await operation.fill(next, at);
      await operation.press(next, at);
      const again = await settled(look, before, wanted, latestMs);
      if (!isSame(again, wanted)) closings.wrong.push(`${when}, done again: ${said(again)}`);
      await next.close();
    }
  } finally {
    await browser.chromium.close();
  }
  return closings;
}

async function ready({ isFirst }: Operation): Promise<AttackedBrowser> {
  const browser = await openAttacked();
  if (!isFirst) await browser.ask("createVault", PASSPHRASE);
  return browser;
}

function opened(browser: AttackedBrowser, operation: Operation): Promise<Page> {
  return operation.open?.(browser) ?? browser.chromium.openPopup();
}

/** Looks until all of it was done and stays so; a state that is neither is looked at to the end. */
async function settled(
  look: () => Promise<EndState>,
  before: EndState,
  wanted: EndState,
  latestMs: number,
): Promise<EndState> {
  const deadlineMs = performance.now() + latestMs;
  let end = before;
  while (performance.now() < deadlineMs) {
    end = await look();
    if (isSame(end, wanted)) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  // What is done twice comes a moment later.
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  return look();
}

async function seen(browser: AttackedBrowser, operation: Operation, at: number): Promise<EndState> {
  const { state, keys, held, damaged } = await browser.look();
  return {
    state,
    keys: keys.map(({ description, token }) => `${description} ${token}`).sort(),
    held,
    damaged: damaged.length,
    opens: (await operation.opens?.(browser, at)) ?? "",
  };
}

function named(at: number): string {
  const { description, token } = sameKey(at);
  return `${description} ${token}`;
}

function isSame(one: EndState, other: EndState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function said({ state, keys, held, damaged, opens }: EndState): string {
  return `${state}, ${keys.length} keys, ${held} held, ${damaged} damaged ${opens}`.trim();
}

const made = new Map<number, ReturnType<typeof keyNumber>>();

/** The same token for the same number, asked as often as one likes. */
function sameKey(at: number): ReturnType<typeof keyNumber> {
  const key = made.get(at) ?? keyNumber(at);
  made.set(at, key);
  return key;
}

/** At once, as by pasting. */
export async function put(popup: Page, label: string, text: string): Promise<void> {
  const field = await byLabel(popup, label);
  await field.evaluate((element, value) => {
    (element as HTMLInputElement).value = value;
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
}

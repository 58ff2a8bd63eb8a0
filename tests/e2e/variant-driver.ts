import type { ElementHandle, Page } from "puppeteer-core";
import type { VariantAbout } from "../icmc/variants/shared/about.ts";
import { byLabel, byRole, press, typeInto } from "./find.ts";
import { typeDate } from "./native-date.ts";

const WAIT_MS = 15_000;
/** A quick typist. */
const KEY_MS = 25;
/**
 * Faster than anybody's hands, Vaadin's calendar is closed before it has opened, and then leaves
 * everything else on the page `aria-hidden`.
 */
const CALENDAR_MS = 200;

/** A person in front of one of the kit-built consoles: real clicks, real typing. */
export interface VariantDriver {
  signIn(): Promise<void>;
  /** Follows an entry of the left menu and waits for its heading. */
  goTo(entry: "overview" | "partners" | "teamMembers" | "apiKeys" | "docs"): Promise<void>;
  /** API Keys, with at least one row drawn. */
  openApiKeys(): Promise<void>;
  openCreate(): Promise<void>;
  fill(description: string, until: Date): Promise<void>;
  /** Only the expiry of the open form. */
  fillExpiration(until: Date): Promise<void>;
  submit(): Promise<void>;
  /** The token as it stands in the page, unmasked first where it is masked. */
  shownToken(): Promise<string>;
  /** Leaves the view that shows the token. */
  closeToken(): Promise<void>;
  /** All of the above, from the list back to the list. @returns The token. */
  createKey(description: string, until: Date): Promise<string>;
  /** Sorts by expiry; which way is up to the kit. */
  sortByExpiry(): Promise<void>;
  /** Turns the page or scrolls on; `false` where there is nothing more, or no such thing. */
  showMore(): Promise<boolean>;
  /** Looks at Team members and comes back. */
  leaveAndReturn(): Promise<void>;
  /** Deletes the first key that is shown. */
  deleteFirst(): Promise<void>;
}

export function driveVariant(page: Page, about: VariantAbout): VariantDriver {
  const { words } = about;

  const heading = (text: string, timeout = WAIT_MS) =>
    page.waitForFunction(
      (wanted) => {
        const walk = (root: ParentNode): boolean =>
          [...root.querySelectorAll("*")].some(
            (one) =>
              (one.localName === "h1" && one.textContent?.trim() === wanted) ||
              (one.shadowRoot !== null && walk(one.shadowRoot)),
          );
        return walk(document);
      },
      { timeout },
      text,
    );
  // The last frames of a closing dialog swallow a click, and a person then clicks again.
  const goTo: VariantDriver["goTo"] = async (entry) => {
    await press(page, "link", words[entry]);
    const isThere = await heading(words[entry], 1_000).catch(() => null);
    if (isThere) return;
    await press(page, "link", words[entry]);
    await heading(words[entry]);
  };
  const openApiKeys = async () => {
    await goTo("apiKeys");
    await firstDelete(page, about);
  };
  const openCreate = async () => {
    if (about.openCreateRole === "link") await press(page, "link", words.openCreate);
    else await pressLast(page, words.openCreate);
    await byLabel(page, words.description);
  };
  const fill = async (description: string, until: Date) => {
    await typeInto(page, words.description, description);
    await typeExpiration(page, about, until);
  };
  const submit = () => pressLast(page, words.submit);
  const closeToken = async () => {
    await pressLast(page, words.done);
    await firstDelete(page, about);
  };

  return {
    signIn: async () => {
      await press(page, "button", words.signIn);
      await byRole(page, "link", words.apiKeys);
    },
    goTo,
    openApiKeys,
    openCreate,
    fill,
    fillExpiration: (until) => typeExpiration(page, about, until),
    submit,
    shownToken: () => shownToken(page, about),
    closeToken,
    createKey: async (description, until) => {
      await openCreate();
      await fill(description, until);
      await submit();
      const token = await shownToken(page, about);
      await closeToken();
      return token;
    },
    sortByExpiry: () => sortByExpiry(page, about),
    showMore: () => showMore(page, about),
    leaveAndReturn: async () => {
      await goTo("teamMembers");
      await openApiKeys();
    },
    deleteFirst: async () => {
      await pressButton(page, words.deleteKey, "first");
      await pressLast(page, words.confirmDelete);
    },
  };
}

function firstDelete(page: Page, { words }: VariantAbout): Promise<ElementHandle<Element>> {
  return button(page, words.deleteKey, "first");
}

/** Dialogs come last in the document, and their buttons may be called like one in a row. */
function pressLast(page: Page, name: string): Promise<void> {
  return pressButton(page, name, "last");
}

/** Tries again while an animation has the button at no size, or a re-rendering has replaced it. */
async function pressButton(page: Page, name: string, which: "first" | "last"): Promise<void> {
  const deadlineMs = Date.now() + WAIT_MS;
  for (;;) {
    try {
      return await (await button(page, name, which)).click();
    } catch (error) {
      const isGone = error instanceof Error && /not clickable|detached/.test(error.message);
      if (!isGone || Date.now() > deadlineMs) throw error;
      await pause(50);
    }
  }
}

/**
 * The visible button with this text or label, also inside open shadow roots. By its text,
 * because a kit's white space and capitals end up in the name that the accessibility tree has.
 */
async function button(
  page: Page,
  name: string,
  which: "first" | "last",
): Promise<ElementHandle<Element>> {
  const handle = await page.waitForFunction(
    (wanted, at) => {
      const found: Element[] = [];
      const walk = (root: ParentNode) => {
        for (const one of root.querySelectorAll<HTMLElement>("*")) {
          if (one.matches("button, [role=button]") && one.checkVisibility()) {
            const shown = one.getAttribute("aria-label") ?? one.textContent;
            if (shown.trim() === wanted && one.offsetWidth > 0) found.push(one);
          }
          if (one.shadowRoot) walk(one.shadowRoot);
        }
      };
      walk(document);
      return found.at(at) ?? null;
    },
    { timeout: WAIT_MS },
    name,
    which === "first" ? 0 : -1,
  );
  const element = handle.asElement();
  if (!element) throw new Error(`no button named ${name}`);
  return element as ElementHandle<Element>;
}

async function typeExpiration(page: Page, about: VariantAbout, at: Date): Promise<void> {
  const { expiration } = about;
  switch (expiration.kind) {
    case "segments": {
      const group = await byRole(page, "group", expiration.label);
      const first = await group.$('[role="spinbutton"]');
      if (!first) throw new Error(`${expiration.label} has no segments`);
      await first.click();
      await page.keyboard.type(expiration.typed(at));
      return;
    }
    case "text":
      await typeInto(page, expiration.label, expiration.typed(at));
      // In a plain form Enter would send it; the calendars of the kits take it as "done".
      if (about.create === "dialog") await page.keyboard.press("Enter");
      return;
    case "native":
      await typeDate(page, expiration.label, at);
      return;
    case "pair":
      await typePart(page, expiration.dayLabel, expiration.typedDay(at), expiration.endedBy);
      await typePart(page, expiration.timeLabel, expiration.typedTime(at), expiration.endedBy);
  }
}

async function typePart(
  page: Page,
  label: string,
  text: string,
  endedBy: "Enter" | "Tab",
): Promise<void> {
  const field = await byLabel(page, label);
  await field.focus();
  await page.keyboard.type(text, { delay: KEY_MS });
  await pause(CALENDAR_MS);
  await page.keyboard.press(endedBy);
  await pause(CALENDAR_MS);
}

async function shownToken(page: Page, { token }: VariantAbout): Promise<string> {
  if (token.kind === "field") {
    const field = await byLabel(page, token.label);
    return field.evaluate((one) => (one as HTMLInputElement).value);
  }
  const place = await page.waitForSelector(`>>> ${token.selector}`, {
    visible: true,
    timeout: WAIT_MS,
  });
  if (!place) throw new Error("the token is not shown");
  if (token.show) await pressLast(page, token.show);
  return place.evaluate((one) => one.textContent?.replace(/\s/g, "") ?? "");
}

async function sortByExpiry(page: Page, { sorting }: VariantAbout): Promise<void> {
  if (!sorting) return;
  if (sorting.role === "selector") return page.locator(`>>> ${sorting.name}`).click();
  if (sorting.role !== "select") return press(page, sorting.role, sorting.name);
  for (const select of await page.$$("select")) {
    const names = await select.$$eval("option", (options) => options.map((one) => one.value));
    if (names.includes(sorting.name)) await select.select(sorting.name);
  }
}

async function showMore(page: Page, { paging }: VariantAbout): Promise<boolean> {
  if (paging.kind === "none") return false;
  if (paging.kind === "pages") {
    const next = await byPageButton(page, paging.next);
    const isEnd = await next.evaluate(
      (one) =>
        one.closest("[aria-disabled=true]") !== null ||
        (one as HTMLButtonElement).disabled === true,
    );
    if (!isEnd) await next.click();
    return !isEnd;
  }
  if (paging.kind === "endless") {
    return page.evaluate(() => {
      const root = document.scrollingElement ?? document.documentElement;
      const before = root.scrollTop;
      root.scrollTop += innerHeight;
      return root.scrollTop > before;
    });
  }
  const list = await page.waitForSelector(`>>> ${paging.scroller}`, { timeout: WAIT_MS });
  return (
    (await list?.evaluate((one) => {
      const scroller = one.shadowRoot?.querySelector("#table") ?? one;
      const before = scroller.scrollTop;
      scroller.scrollTop += scroller.clientHeight;
      return scroller.scrollTop > before;
    })) ?? false
  );
}

/** A kit may give the name to the button or to the list item around it. */
async function byPageButton(page: Page, name: string): Promise<ElementHandle<Element>> {
  const selector = `button[aria-label="${name}"], [title="${name}"] button`;
  const found = await page.waitForSelector(selector, { timeout: WAIT_MS });
  if (!found) throw new Error(`no button named ${name}`);
  return found;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

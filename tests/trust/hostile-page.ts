import type { Page } from "puppeteer-core";

const WAIT_MS = 15_000;

/** Opens the form, creates a key and waits for our control beside its token. @returns the token. */
export async function createAndMeetControl(page: Page, description: string): Promise<string> {
  await page.evaluate(pressButton, "+ Create new API Key");
  await page.evaluate(fillForm, description, inTwoMonths());
  await page.evaluate(pressButton, "Create");
  const token = await page.waitForFunction(
    () => {
      const fields = [
        ...document.querySelectorAll<HTMLInputElement>("dialog input, [role=dialog] input"),
      ];
      return (
        fields.map(({ value }) => value).find((value) => value.split(".").length === 3) ?? null
      );
    },
    { timeout: WAIT_MS, polling: 100 },
  );
  await page.waitForFunction(
    () =>
      document.querySelector("[data-icmc-save='held'], dialog [data-icmc-save='held']") !== null,
    { timeout: WAIT_MS, polling: 100 },
  );
  return (await token.jsonValue()) as string;
}

/** Signs in with the login that stands in the form, and goes to the list of keys. */
export async function signInByScript(page: Page): Promise<void> {
  await page.evaluate(pressButton, "Sign in");
  await page.waitForFunction(() => document.querySelector("nav") !== null, {
    timeout: WAIT_MS,
    polling: 100,
  });
  await toKeys(page);
}

async function toKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const link = [...document.querySelectorAll("a")].find(
      (one) => one.textContent?.trim() === "API Keys",
    );
    link?.click();
  });
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length > 0, {
    timeout: WAIT_MS,
    polling: 100,
  });
}

/** Dresses our control anew. @returns whether there was one. */
export function redress(page: Page, body: string): Promise<boolean> {
  return page.evaluate(
    `(() => { const host = document.querySelector("[data-icmc-save]"); if (!host) return false; ${body}; return true; })()`,
  ) as Promise<boolean>;
}

export interface Spot {
  x: number;
  y: number;
}

/** Where each element of ours stands in the window, and its button. */
export function ourSpots(page: Page): Promise<Spot[]> {
  return page.evaluate(() => {
    const hosts = document.querySelectorAll(
      "[data-icmc-save], [data-icmc-badge], [data-icmc-ask], [data-icmc-note]",
    );
    const parts = [...hosts].flatMap((host) => [
      ...(host.shadowRoot?.querySelectorAll("button") ?? []),
      host,
    ]);
    return parts
      .map((part) => part.getBoundingClientRect())
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))
      .filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight)
      .slice(0, 12);
  });
}

/** Everything the page can read: its whole text, our open shadow roots, its storage and what it was told of. */
export function readable(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts: string[] = [document.documentElement.outerHTML, document.title, location.href];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        if (element instanceof HTMLInputElement) texts.push(element.value);
        if (!element.shadowRoot) continue;
        texts.push(element.shadowRoot.innerHTML);
        walk(element.shadowRoot);
      }
    };
    walk(document);
    texts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
    texts.push(...performance.getEntries().map(({ name }) => name));
    return texts.join("\n");
  });
}

function pressButton(words: string): void {
  const buttons = [...document.querySelectorAll("button")].filter((one) => one.checkVisibility());
  const button = buttons.find((one) => one.textContent?.trim() === words);
  if (!button) throw new Error(`no button says ${words}`);
  button.click();
}

function fillForm(description: string, until: string): void {
  const [name] = document.querySelectorAll<HTMLInputElement>("input[name=description]");
  const [end] = document.querySelectorAll<HTMLInputElement>("input[name=expiration]");
  if (!name || !end) throw new Error("no form");
  name.value = description;
  end.value = until;
  for (const field of [name, end]) field.dispatchEvent(new Event("input", { bubbles: true }));
}

function inTwoMonths(): string {
  return new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 16);
}

import type { ElementHandle, Page } from "puppeteer-core";
import { isFirefox } from "./browser-kind.ts";
import { elementsByRole } from "./roles.ts";

/** Long, for the machine may be busy with another browser; what comes is not waited for. */
const WAIT_MS = 15_000;

/**
 * The visible element with this role and accessible name, as assistive technology would find it;
 * also inside open shadow roots. Waits until there is one.
 *
 * @param name - The whole name; leave it out where the role is enough.
 */
export async function byRole(
  page: Page,
  role: string,
  name?: string,
  timeoutMs = WAIT_MS,
): Promise<ElementHandle<Element>> {
  if (isFirefox(page)) return byRoleInPage(page, role, name, timeoutMs);
  const selector = ariaSelector(role, name);
  const found = await page.waitForSelector(selector, { visible: true, timeout: timeoutMs });
  if (!found) throw new Error(`no ${role} named ${name}`);
  return found;
}

/** All that stand there now with this role and name. */
export async function allByRole(
  page: Page,
  role: string,
  name?: string,
): Promise<ElementHandle<Element>[]> {
  if (!isFirefox(page)) return page.$$(ariaSelector(role, name));
  const list = await page.evaluateHandle(elementsByRole, role, name ?? null);
  const all = await list.getProperties();
  const elements = [...all.values()].map((one) => one.asElement());
  return elements.filter((one) => one !== null) as ElementHandle<Element>[];
}

async function byRoleInPage(
  page: Page,
  role: string,
  name: string | undefined,
  timeout: number,
): Promise<ElementHandle<Element>> {
  const deadlineMs = Date.now() + timeout;
  for (;;) {
    const [found] = await allByRole(page, role, name);
    if (found) return found;
    if (Date.now() > deadlineMs) throw new Error(`no ${role} named ${name} after ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function ariaSelector(role: string, name?: string): string {
  return `::-p-aria(${name === undefined ? "" : escaped(name)}[role="${role}"])`;
}

/** The visible form field with this label. */
export async function byLabel(
  page: Page,
  label: string,
  timeoutMs = WAIT_MS,
): Promise<ElementHandle<Element>> {
  const handle = await page.waitForFunction(
    (text) => {
      const fields: Element[] = [];
      const walk = (root: ParentNode) => {
        for (const element of root.querySelectorAll("*")) {
          if (element.matches("input, select, textarea")) fields.push(element);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      const named = (field: Element) =>
        [...((field as HTMLInputElement).labels ?? [])].some(
          (one) => one.textContent?.trim() === text,
        ) || field.getAttribute("aria-label") === text;
      return fields.find((field) => named(field) && field.checkVisibility()) ?? null;
    },
    { timeout: timeoutMs },
    label,
  );
  const field = handle.asElement();
  if (!field) throw new Error(`no field labelled ${label}`);
  return field as ElementHandle<Element>;
}

/** The visible element that shows this text, also inside open shadow roots. */
export async function byText(
  page: Page,
  text: string,
  timeoutMs = WAIT_MS,
): Promise<ElementHandle<Element>> {
  const found = await page.waitForSelector(`::-p-text(${escaped(text)})`, {
    visible: true,
    timeout: timeoutMs,
  });
  if (!found) throw new Error(`nothing shows "${text}"`);
  return found;
}

/** Clicks with the mouse, as a person does: the element is scrolled to and hit in its middle. */
export async function press(page: Page, role: string, name: string): Promise<void> {
  const element = await byRole(page, role, name);
  await element.click();
}

/**
 * Clicks a button inside the list item that shows `text`, such as *Use* of one key. The button is
 * named so, or with the item's own words behind it (*Copy Billing export*).
 */
export async function pressInItem(page: Page, text: string, name: string): Promise<void> {
  const handle = await page.waitForFunction(
    (wanted, label) => {
      const items = [...document.querySelectorAll("li, [role=listitem]")];
      const item = items.find(
        (one) => one.textContent?.includes(wanted) && !one.querySelector("li, [role=listitem]"),
      );
      const nameOf = (button: Element) =>
        (button.getAttribute("aria-label") ?? button.textContent ?? "").trim();
      const buttons = [...(item?.querySelectorAll("button") ?? [])];
      return (
        buttons.find((button) => nameOf(button) === label) ??
        buttons.find((button) => nameOf(button) === `${label} ${wanted}`) ??
        null
      );
    },
    { timeout: WAIT_MS },
    text,
    name,
  );
  const button = handle.asElement();
  if (!button) throw new Error(`no button ${name} beside ${text}`);
  await (button as ElementHandle<Element>).click();
}

/** Empties a field and types into it, key by key. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = await byLabel(page, label);
  await field.click({ count: 3 });
  await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
}

function escaped(text: string): string {
  return text.replace(/["\\()[\]]/g, "\\$&");
}

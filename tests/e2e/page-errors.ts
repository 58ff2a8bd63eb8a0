import type { Browser, Page } from "puppeteer-core";

/** Collects what pages write to their console as errors, and what they throw. */
export function watchErrors(browser: Browser): readonly string[] {
  const errors: string[] = [];
  const watched = new WeakSet<Page>();
  const watch = (page: Page | null) => {
    if (!page || watched.has(page)) return;
    watched.add(page);
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => {
      errors.push(`${page.url()}: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  browser.on("targetcreated", (target) => {
    // A target that is gone before it could be looked at has nothing to tell.
    if (target.type() === "page") target.page().then(watch, () => null);
  });
  return errors;
}

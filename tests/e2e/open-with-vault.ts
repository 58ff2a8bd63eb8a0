import type { Page } from "puppeteer-core";
import type { TestBrowser } from "./browser.ts";
import { goTo, signIn } from "./console-page.ts";
import { createVault } from "./vault-owner.ts";

/** The console's API Keys page, with somebody signed in. */
export async function openApiKeys(browser: TestBrowser): Promise<Page> {
  const page = await browser.openConsole("/api_keys");
  await signIn(page);
  await goTo(page, "API Keys");
  return page;
}

/** The same, and a vault, unlocked. */
export async function openWithVault(browser: TestBrowser): Promise<Page> {
  const page = await openApiKeys(browser);
  await (await createVault(browser)).close();
  return page;
}

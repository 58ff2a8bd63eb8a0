import type { Page } from "puppeteer-core";
import type { Messages } from "../../lib/messages.ts";

interface Runtime {
  sendMessage(message: unknown): Promise<unknown>;
}

/** Sends a message of the map as the extension's own pages do. @throws with the name of the failure. */
export async function ask<K extends keyof Messages>(
  page: Page,
  type: K,
  ...args: Parameters<Messages[K]>
): Promise<ReturnType<Messages[K]>> {
  return (await page.evaluate(askInPage, type, args)) as ReturnType<Messages[K]>;
}

/** ms until a message without arguments is answered, by the page's own clock. */
export async function timeAsking(page: Page, type: keyof Messages): Promise<number> {
  return page.evaluate(timeInPage, type);
}

async function timeInPage(type: string): Promise<number> {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
  const startedAtMs = performance.now();
  const answer = (await runtime.sendMessage({ type, args: [] })) as { failure?: { name: string } };
  const tookMs = performance.now() - startedAtMs;
  if (answer?.failure) throw new Error(`${type} failed: ${answer.failure.name}`);
  return tookMs;
}

async function askInPage(type: string, args: unknown[]): Promise<unknown> {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
  const answer = (await runtime.sendMessage({ type, args })) as {
    value?: unknown;
    failure?: { name: string };
  };
  if (answer?.failure) throw new Error(`${type} failed: ${answer.failure.name}`);
  return answer?.value;
}

import type { Page } from "puppeteer-core";
import type { TestFirefox } from "../e2e/firefox.ts";

/** Sends all at once and tells each answer as JSON, `"null"` where there was none. */
export type Sender = (messages: unknown[]) => Promise<string[]>;

const ANSWER_MS = 5_000;

/** In the world of our content script in that tab of Chromium, which is what the browser names as the sender. */
export async function contentScriptSender(page: Page, extensionId: string): Promise<Sender> {
  const client = await page.createCDPSession();
  const contexts: { id: number; origin: string }[] = [];
  client.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await client.send("Runtime.enable");
  const context = contexts.find(({ origin }) => origin.includes(extensionId));
  if (!context) throw new Error("no content script in the page");
  return async (messages) => {
    const { result } = await client.send("Runtime.evaluate", {
      contextId: context.id,
      awaitPromise: true,
      returnByValue: true,
      expression: sending(messages, "chrome.runtime.sendMessage(message)"),
    });
    return result.value as string[];
  };
}

/** The same in Firefox, where only the browser itself reaches into that world. */
export function firefoxContentScriptSender({
  inFrontPage,
  extensionId,
}: Pick<TestFirefox, "inFrontPage" | "extensionId">): Sender {
  return async (messages) => {
    const answers = await inFrontPage(`
      const { ExtensionContent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionContent.sys.mjs");
      const world = ExtensionContent.getContextByExtensionId("${extensionId}", content);
      if (!world) throw new Error("no content script in the page");
      return Cu.evalInSandbox(${JSON.stringify(sending(messages, "browser.runtime.sendMessage(message)"))}, world.sandbox);
    `);
    return answers as string[];
  };
}

/** From a page of another extension, by message and by port. */
export function foreignSender(page: Page, extensionId: string): Sender {
  const id = JSON.stringify(extensionId);
  return (messages) =>
    page.evaluate(
      sending(
        messages,
        `Promise.any([
          chrome.runtime.sendMessage(${id}, message),
          new Promise((resolve, reject) => {
            const port = chrome.runtime.connect(${id});
            port.onMessage.addListener(resolve);
            port.onDisconnect.addListener(() => reject(new Error("nobody there")));
            try { port.postMessage(message); } catch (error) { reject(error); }
          }),
        ])`,
      ),
    ) as Promise<string[]>;
}

/** From the page's own scripts: whatever a content script might be listening to. */
export function pageSender(page: Page): Sender {
  return (messages) =>
    page.evaluate((text) => {
      const sent = JSON.parse(text) as unknown[];
      const channels = ["icmc", "icmc-companion", "capture"].map(
        (name) => new BroadcastChannel(name),
      );
      for (const message of sent) {
        postMessage(message, "*");
        for (const channel of channels) channel.postMessage(message);
        const type = String((message as { type?: unknown } | null)?.type);
        const targets = document.querySelectorAll("[data-icmc-badge], [data-icmc-save]");
        for (const target of [document, window, ...targets])
          target.dispatchEvent(new CustomEvent(type, { detail: message, bubbles: true }));
      }
      for (const channel of channels) channel.close();
      return sent.map(() => "null");
    }, JSON.stringify(messages));
}

function sending(messages: unknown[], send: string): string {
  return `Promise.all(${JSON.stringify(messages)}.map((message) =>
    Promise.race([
      Promise.resolve().then(() => ${send}).then((answer) => JSON.stringify(answer ?? null)),
      new Promise((resolve) => setTimeout(resolve, ${ANSWER_MS}, "null")),
    ]).catch(() => "null")))`;
}

import { browser } from "wxt/browser";
import type { Messages, PageMessages } from "../messages";
import type { FAILURE_FACTS } from "./serving";

export const CONSOLE_ORIGIN = "https://partner.impossiblecloud.com";

/** What of an error crosses: its class, and these fields where it has them. None ever holds a secret. */
export interface Failure {
  name: string;
  facts: Partial<Record<(typeof FAILURE_FACTS)[number], string | number>>;
}
/** A handler on the other side failed. `name` is the class of its error. */
export class RemoteError extends Error {
  readonly facts: Failure["facts"];

  constructor({ name, facts }: Failure) {
    super(`the other side answered with ${name}`);
    this.name = name;
    this.facts = facts;
  }
}

/** Nobody answered: the worker died, or this context belongs to an extension that was reloaded. */
export class NoAnswerError extends Error {
  override name = "NoAnswerError";
}

/**
 * Asks the background.
 *
 * @throws {@link RemoteError} named after the error the handler threw.
 * @throws {@link NoAnswerError} when nothing came back; asking again is safe for every message of the map.
 */
export async function send<K extends keyof Messages>(
  type: K,
  ...args: Parameters<Messages[K]>
): Promise<ReturnType<Messages[K]>> {
  const answer = await browser.runtime.sendMessage({ type, args }).catch((cause: unknown) => {
    throw new NoAnswerError("the background did not answer", { cause });
  });
  return unpack(answer) as ReturnType<Messages[K]>;
}

/** Asks the content script of one tab; {@link NoAnswerError} when the tab has none. */
export async function sendToTab<K extends keyof PageMessages>(
  tabId: number,
  type: K,
  ...args: Parameters<PageMessages[K]>
): Promise<ReturnType<PageMessages[K]>> {
  const answer = await browser.tabs
    .sendMessage(tabId, { type, args }, { frameId: 0 })
    .catch((cause: unknown) => {
      throw new NoAnswerError("no content script answered", { cause });
    });
  return unpack(answer) as ReturnType<PageMessages[K]>;
}

/** Ids of the tabs that show the console. Tabs of other sites are never even named to us. */
export async function consoleTabs(which: "all" | "in-front" = "all"): Promise<number[]> {
  const inFront = { active: true, currentWindow: true };
  const tabs = await browser.tabs.query({
    url: `${CONSOLE_ORIGIN}/*`,
    ...(which === "in-front" ? inFront : {}),
  });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Tells every console tab; a tab without our content script is passed over. */
export async function tellConsoleTabs<K extends "vaultChanged" | "settingsChanged">(
  type: K,
  ...args: Parameters<PageMessages[K]>
): Promise<void> {
  await Promise.allSettled((await consoleTabs()).map((tabId) => sendToTab(tabId, type, ...args)));
}

function unpack(answer: unknown): unknown {
  if (answer && typeof answer === "object") {
    if ("failure" in answer) throw new RemoteError(answer.failure as Failure);
    return "value" in answer ? answer.value : undefined;
  }
  throw new NoAnswerError("the answer was empty");
}

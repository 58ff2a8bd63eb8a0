import { browser } from "wxt/browser";
import { type Messages, type PageMessages, SENT_BY, type Sender } from "../messages";

const CONSOLE_ORIGIN = "https://partner.impossiblecloud.com";

type Handlers<Map> = {
  [K in keyof Map]: Map[K] extends (...args: infer A) => infer R
    ? (...args: A) => R | Promise<R>
    : never;
};
type Answer = { value: unknown } | { failure: Failure };

/** What of an error crosses: its class, and these fields where it has them. None ever holds a secret. */
interface Failure {
  name: string;
  facts: Partial<Record<(typeof FAILURE_FACTS)[number], string | number>>;
}
const FAILURE_FACTS = [
  "apiMessage",
  "cause",
  "field",
  "operation",
  "retryAfterMs",
  "status",
] as const;

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

/** Answers the messages of the map, each only to the class of sender it belongs to. */
export function serve(handlers: Handlers<Messages>): void {
  listen(handlers, (type, sender) => senderClass(sender) === SENT_BY[type as keyof Messages]);
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
export async function tellConsoleTabs(type: "vaultChanged"): Promise<void> {
  await Promise.allSettled((await consoleTabs()).map((tabId) => sendToTab(tabId, type)));
}

/** Answers the extension's own messages in a content script; call what it returns to stop. */
export function servePage(handlers: Handlers<PageMessages>): () => void {
  return listen(handlers, (_type, sender) => sender.id === browser.runtime.id);
}

interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: unknown;
}

function listen<Map>(
  handlers: Handlers<Map>,
  mayAsk: (type: string, sender: MessageSender) => boolean,
): () => void {
  const listener = (
    message: unknown,
    sender: MessageSender,
    respond: (answer: Answer) => void,
  ): true | undefined => {
    if (!isCall(message) || !Object.hasOwn(handlers as object, message.type)) return undefined;
    if (!mayAsk(message.type, sender)) return undefined;
    void answer(handlers[message.type as keyof Map] as Handler, message.args).then(respond);
    // "The answer comes later": the one way that every browser knows without a polyfill.
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

type Handler = (...args: unknown[]) => unknown;

async function answer(handler: Handler, args: unknown[]): Promise<Answer> {
  try {
    return { value: await handler(...args) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: "Error", facts: {} };
  const facts: Failure["facts"] = {};
  for (const fact of FAILURE_FACTS) {
    const found = (error as Partial<Record<typeof fact, unknown>>)[fact];
    if (typeof found === "string" || typeof found === "number") facts[fact] = found;
  }
  return { name: error.name, facts };
}

function unpack(answer: unknown): unknown {
  if (answer && typeof answer === "object") {
    if ("failure" in answer) throw new RemoteError(answer.failure as Failure);
    return "value" in answer ? answer.value : undefined;
  }
  throw new NoAnswerError("the answer was empty");
}

function isCall(message: unknown): message is { type: string; args: unknown[] } {
  return (
    typeof message === "object" &&
    message !== null &&
    "type" in message &&
    typeof message.type === "string" &&
    "args" in message &&
    Array.isArray(message.args)
  );
}

/** By the browser's own word: extension id, frame and address of the sender. */
export function senderClass(sender: MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id || !sender.url) return null;
  if (sender.url.startsWith(browser.runtime.getURL(""))) return "ours";
  const isConsole = new URL(sender.url).origin === CONSOLE_ORIGIN;
  return isConsole && sender.tab && sender.frameId === 0 ? "console" : null;
}

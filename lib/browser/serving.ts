import { browser } from "wxt/browser";
import { type Messages, type PageMessages, SENT_BY, type Sender } from "../messages";
import { CONSOLE_ORIGIN, type Failure } from "./messaging";

type Handlers<Map> = {
  [K in keyof Map]: Map[K] extends (...args: infer A) => infer R
    ? (...args: A) => R | Promise<R>
    : never;
};
type Answer = { value: unknown } | { failure: Failure };

/** Fields of an error that cross; none ever holds a secret. */
export const FAILURE_FACTS = [
  "apiMessage",
  "cause",
  "field",
  "operation",
  "retryAfterMs",
  "status",
] as const;

/** Answers the messages of the map, each only to the class of sender it belongs to. */
export function serve(handlers: Handlers<Messages>): void {
  listen(handlers, (type, sender) => senderClass(sender) === SENT_BY[type as keyof Messages]);
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

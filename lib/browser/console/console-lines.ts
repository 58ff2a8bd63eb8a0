import { browser } from "wxt/browser";
import { type CreationNote, checkCreationNote, isFresh } from "../../tasks/creation-note";
import { senderClass } from "../serving";
import { sessionArea } from "../session-area";
import { CONSOLE_LINE } from "./console-line";

/**
 * Keeps a line to each page of the console. Its end tells the page that the extension is gone. Over
 * it a page says that a key was asked for, and the next page in the same tab is told so: a form that
 * is posted shows its answer on another page. What is kept holds no token. Call in the worker's
 * first turn.
 */
export function serveConsoleLines(nowMs: () => number): void {
  browser.runtime.onConnect.addListener((port) => {
    const tabId = port.sender?.tab?.id;
    const isConsole = port.sender !== undefined && senderClass(port.sender) === "console";
    if (port.name !== CONSOLE_LINE || tabId === undefined || !isConsole) return;
    port.onMessage.addListener((sent: unknown) => void keepNote(tabId, sent, nowMs()));
    void noteOf(tabId, nowMs()).then((note) => {
      if (note) port.postMessage(note);
    });
  });
  browser.tabs.onRemoved.addListener((tabId) => void sessionArea.remove(nameOf(tabId)));
}

async function keepNote(tabId: number, sent: unknown, nowMs: number): Promise<void> {
  const note = checkCreationNote(sent);
  if (note && isFresh(note, nowMs)) await sessionArea.set(nameOf(tabId), note);
  else await sessionArea.remove(nameOf(tabId));
}

async function noteOf(tabId: number, nowMs: number): Promise<CreationNote | null> {
  const note = checkCreationNote(await sessionArea.get(nameOf(tabId)));
  return note && isFresh(note, nowMs) ? note : null;
}

function nameOf(tabId: number): string {
  return `creation-note-${tabId}`;
}

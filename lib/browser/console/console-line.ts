import { browser } from "wxt/browser";
import type { CreationNote } from "../../tasks/creation-note";

/** Name of the line that each console page holds to the extension. */
export const CONSOLE_LINE = "console";
const SIGNS_MS = [0, 100, 1_000];

export interface ConsoleLine {
  /** Told to the next page of this tab; `null` takes it back. */
  note(note: CreationNote | null): void;
  /** A worker that was put to sleep ended the line: opens it again, unless the extension is gone. */
  renew(): void;
  stop(): void;
}

/**
 * A page's line to the extension.
 *
 * @param onNote - What the page before this one left.
 * @param onEnd - The line ended; the extension may be gone, or its worker only sleeps.
 */
export function openConsoleLine(
  onNote: (note: CreationNote) => void,
  onEnd: () => void,
): ConsoleLine {
  let port: ReturnType<typeof connect> | null = null;

  function connect() {
    const opened = browser.runtime.connect({ name: CONSOLE_LINE });
    opened.onMessage.addListener((note: unknown) => onNote(note as CreationNote));
    opened.onDisconnect.addListener(() => {
      // Chromium writes an error that nobody read into the page's console.
      void browser.runtime.lastError;
      port = null;
      // The browser takes a moment between ending the line and declaring this context dead.
      for (const ms of SIGNS_MS) setTimeout(onEnd, ms);
    });
    return opened;
  }

  function renew(): void {
    try {
      port ??= connect();
    } catch (error) {
      // A dead context throws; whoever asks for its life will find out.
      if (!(error instanceof Error)) throw error;
    }
  }

  renew();
  return {
    note: (note) => {
      renew();
      port?.postMessage(note);
    },
    renew,
    stop: () => {
      port?.disconnect();
      port = null;
    },
  };
}

import { browser } from "wxt/browser";
import type { CreationNote } from "../messages";

const CONSOLE_LINE = "console";

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
      port = null;
      onEnd();
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

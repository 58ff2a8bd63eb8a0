import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import type { BrowserKind } from "./browser-kind.ts";

export interface LaunchOptions {
  /** Where the local ICMC listens on loopback; `null` leads to the real one in Chromium, nowhere in Firefox. */
  port: number | null;
  /** Folder of an unpacked extension; the production bundle unless told. */
  bundle?: string;
  /** A profile to use again after closing; a fresh one, thrown away at the end, unless told. */
  profile?: string;
  /** Without a display only `true` works; the default is headless. */
  headless?: boolean;
  /** Outer size of the window. Pages are as large as it leaves them, the popup as large as it wants. */
  windowSize?: { width: number; height: number };
  /** What the browser itself speaks, such as `de`; American English unless told. */
  language?: string;
}

/** A real browser with the unmodified production bundle; the same promises for every kind. */
export interface TestBrowser {
  kind: BrowserKind;
  browser: Browser;
  /** Address of the extension's folder, with a slash behind. */
  base: string;
  /** A new tab of the console in front, its application drawn. `path` such as `/api_keys`. */
  openConsole(path?: string): Promise<Page>;
  /** The real toolbar popup over the tab in front. An open one is closed first. */
  openPopup(): Promise<Page>;
  /** The workspace in a tab of its own. */
  openWorkspace(): Promise<Page>;
  /** A file of the extension in a tab of its own. */
  openPage(file: string): Promise<Page>;
  /** An address in a window of its own in front of the others; a page of the extension has to be open. */
  openWindow(address: string): Promise<Page>;
  /** The page of the extension whose address ends so, when one is open or opens in time. */
  extensionPage(file: string, timeoutMs?: number): Promise<Page>;
  /** Ends the extension's background as the browser does, whatever it is at; the next event starts it anew. */
  killWorker(): Promise<void>;
  /** Whether the extension's background runs now. */
  workerRuns(): Promise<boolean>;
  /** What stands on the clipboard; the tab of the console comes to the front for it. */
  clipboardText(): Promise<string>;
  /** From now on downloads land in this folder without a question. */
  downloadTo(folder: string): Promise<void>;
  /** Takes the extension out, as its person may at any time. */
  removeExtension(): Promise<void>;
  /** Errors that pages wrote to their console or threw, with the page's address. */
  errors(): readonly string[];
  /** Closes the browser; a profile that was handed in stays. */
  close(): Promise<void>;
}

/** A folder for a profile that outlives one browser. The caller removes it. */
export function freshProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), "icmc-profile-"));
}

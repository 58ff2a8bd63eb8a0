import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser, type Extension, type Page, type Target } from "puppeteer-core";
import { ensureBrowser } from "../setup/ensure-browser.ts";
import { bundleOf } from "./browser-kind.ts";
import { watchErrors } from "./page-errors.ts";
import { freshProfile, type LaunchOptions, type TestBrowser } from "./test-browser.ts";

const CONSOLE = "https://partner.impossiblecloud.com";
const WAIT_MS = 10_000;

export interface ChromiumOptions extends LaunchOptions {
  /** Folders of other extensions beside ours. */
  alongside?: readonly string[];
  args?: string[];
}

export interface TestChromium extends TestBrowser {
  extension: Extension;
}

/** Starts a real Chromium family browser with the unmodified production bundle. */
export async function launchChromium(options: ChromiumOptions): Promise<TestChromium> {
  const bundle = options.bundle ?? bundleOf("chromium");
  if (!existsSync(join(bundle, "manifest.json"))) {
    throw new Error(`there is no extension in ${bundle}: build it first (npm run build)`);
  }
  const profile = options.profile ?? (await freshProfile());
  const language = options.language ?? "en-US";
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser("chromium"),
    headless: options.headless ?? true,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [bundle, ...(options.alongside ?? [])],
    defaultViewport: null,
    // On Linux this decides what the browser speaks, elsewhere the argument.
    env: { ...process.env, LANGUAGE: language },
    args: [
      `--window-size=${options.windowSize?.width ?? 1360},${options.windowSize?.height ?? 940}`,
      ...argumentsFor(options.port, language),
      ...(options.args ?? []),
    ],
  });
  const errors = watchErrors(browser);
  const extension = await ourExtension(browser, bundle);
  const base = `chrome-extension://${extension.id}/`;
  const openPage = async (file: string) => {
    const page = await browser.newPage();
    await page.goto(`${base}${file}`);
    return page;
  };
  return {
    kind: "chromium",
    browser,
    base,
    extension,
    openConsole: (path = "/") => openConsole(browser, path),
    openPopup: () => openPopup(browser, extension),
    openWorkspace: () => openPage("workspace.html"),
    openPage,
    openWindow: (address) => openWindow(browser, extension, address),
    extensionPage: (file, timeoutMs = WAIT_MS) =>
      extensionPage(browser, extension, file, timeoutMs),
    killWorker: () => killWorker(browser, extension),
    workerRuns: async () => browser.targets().some((target) => isWorker(target, extension)),
    clipboardText: () => clipboardText(browser),
    downloadTo: (folder) => downloadTo(browser, folder),
    removeExtension: () => browser.uninstallExtension(extension.id),
    errors: () => errors,
    close: async () => {
      await browser.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

function argumentsFor(port: number | null, language: string): string[] {
  return [
    `--lang=${language}`,
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=OptimizationHints,MediaRouter,Translate",
    ...(port === null
      ? []
      : [
          `--host-resolver-rules=MAP *.impossiblecloud.com 127.0.0.1:${port}`,
          "--ignore-certificate-errors",
        ]),
    // Chromium refuses to run sandboxed as root, which is what a container gives.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

/** The browser starts before it has loaded the extension, and says no word when it has. */
async function ourExtension(browser: Browser, bundle: string): Promise<Extension> {
  const deadlineMs = Date.now() + WAIT_MS;
  while (Date.now() < deadlineMs) {
    const extension = [...(await browser.extensions()).values()].find(
      ({ path }) => path === bundle,
    );
    if (extension) return extension;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the browser did not load the extension");
}

async function openConsole(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${CONSOLE}${path}`);
  await page.waitForSelector(">>> h1");
  await page.bringToFront();
  return page;
}

async function openPopup(browser: Browser, extension: Extension): Promise<Page> {
  const front = await pageInFront(browser);
  for (const page of await popups(extension)) await closed(page);
  const appears = browser.waitForTarget((target) => isPopup(target, extension), {
    timeout: WAIT_MS,
  });
  await front.triggerExtensionAction(extension);
  const popup = await (await appears).asPage();
  await popup.waitForFunction(() => document.readyState === "complete");
  return popup;
}

async function popups(extension: Extension): Promise<Page[]> {
  return (await extension.pages()).filter((page) => page.url().includes("/popup.html"));
}

async function closed(page: Page): Promise<void> {
  const gone = new Promise((resolve) => page.once("close", resolve));
  await page.close();
  await gone;
}

/** The tab a person sees: the action belongs to it. */
async function pageInFront(browser: Browser): Promise<Page> {
  for (const page of await browser.pages()) {
    if (page.url().includes("/popup.html")) continue;
    const state = await page.evaluate(() => document.visibilityState);
    if (state === "visible") return page;
  }
  throw new Error("no tab is in front");
}

interface Windows {
  chrome: {
    windows: { create(how: { url: string; focused: boolean }): Promise<{ id: number }> };
  };
}

/** As the extension itself may open one; the browser's own way leaves open which window is in front. */
async function openWindow(browser: Browser, extension: Extension, address: string): Promise<Page> {
  const from = (await extension.pages()).at(-1);
  if (!from) throw new Error("a window is opened by a page of the extension, and none is open");
  const before = new Set(browser.targets());
  const opened = browser.waitForTarget(
    (target) =>
      target.type() === "page" && !before.has(target) && !/^(?:about:blank)?$/.test(target.url()),
    { timeout: WAIT_MS },
  );
  await from.evaluate(
    (url) => (globalThis as unknown as Windows).chrome.windows.create({ url, focused: true }),
    address,
  );
  return (await opened).asPage();
}

async function extensionPage(
  browser: Browser,
  extension: Extension,
  file: string,
  timeout: number,
): Promise<Page> {
  const address = `chrome-extension://${extension.id}/${file}`;
  const target = await browser.waitForTarget((one) => one.url().startsWith(address), { timeout });
  return target.asPage();
}

/**
 * Through the browser's own list of workers, which tells the end of this one also when the next
 * starts in the same moment; the target of the old one may then simply go on as the new one's.
 */
async function killWorker(browser: Browser, { id }: Extension): Promise<void> {
  const [page] = await browser.pages();
  if (!page) throw new Error("the list of workers is read through a page, and there is none");
  const session = await page.createCDPSession();
  try {
    await new Promise<void>((resolve, reject) => {
      let stopping: string | null = null;
      session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        const worker = versions.find(({ scriptURL }) => new URL(scriptURL).host === id);
        if (!worker || worker.runningStatus === "stopped") return resolve();
        if (stopping !== null && worker.runningStatus === "starting") return resolve();
        if (stopping !== null || worker.runningStatus !== "running") return;
        stopping = worker.versionId;
        session.send("ServiceWorker.stopWorker", { versionId: stopping }).catch(reject);
      });
      session.send("ServiceWorker.enable").catch(reject);
    });
  } finally {
    await session.detach();
  }
}

/** A page may read the clipboard only in front and with a permission; the console's is asked. */
async function clipboardText(browser: Browser): Promise<string> {
  // Named permissions replace all others everywhere; without the second one nobody could write.
  await browser
    .defaultBrowserContext()
    .overridePermissions(CONSOLE, ["clipboard-read", "clipboard-sanitized-write"]);
  const page = (await browser.pages()).find((one) => one.url().startsWith(CONSOLE));
  if (!page) throw new Error("the clipboard is read in a page of the console, and none is open");
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  return page.evaluate(() => navigator.clipboard.readText());
}

async function downloadTo(browser: Browser, downloadPath: string): Promise<void> {
  // The session stays: with its end the browser would ask again.
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath });
}

function isWorker(target: Target, { id }: Extension): boolean {
  return target.type() === "service_worker" && target.url().startsWith(`chrome-extension://${id}/`);
}

function isPopup(target: Target, { id }: Extension): boolean {
  return target.url().startsWith(`chrome-extension://${id}/popup.html`);
}

import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { ensureBrowser } from "../setup/ensure-browser.ts";
import { bundleOf, rememberFirefox } from "./browser-kind.ts";
import { startConnectProxy } from "./connect-proxy.ts";
import { contextId, type InsideFirefox, stepInside } from "./inside-firefox.ts";
import { watchErrors } from "./page-errors.ts";
import { freshProfile, type LaunchOptions, type TestBrowser } from "./test-browser.ts";

const EXTENSION_ID = "icmc-companion@impossiblecloud.example";
/** Firefox draws one for each profile; a fixed one lets the tests know the addresses. */
const UUID = "4b1f0f2e-8a53-4c1c-9a57-2f6f0a1d7c11";
const WAIT_MS = 15_000;
const DOMAIN = "impossiblecloud.com";

export interface FirefoxOptions extends LaunchOptions {
  /** Other extensions beside ours, under addresses of the test's choice. */
  alongside?: readonly { folder: string; id: string; uuid: string }[];
  prefs?: Record<string, unknown>;
  /** Added to the variables of this process, such as another `HOME`. */
  env?: Record<string, string>;
}

export interface TestFirefox extends TestBrowser {
  /** A file of the extension in a tab, or one of an extension alongside under its address. */
  openPage(file: string, of?: string): Promise<Page>;
  /** What the browser calls our extension. */
  extensionId: string;
  /** Runs the body of a function, with the browser's own rights, in the process of the page in front. */
  inFrontPage(body: string): Promise<unknown>;
  /** The browser from within, with all its rights. */
  inside: InsideFirefox;
}

/** Starts a real Firefox with the unmodified production bundle. */
export async function launchFirefox(options: FirefoxOptions): Promise<TestFirefox> {
  const bundle = options.bundle ?? bundleOf("firefox");
  if (!existsSync(join(bundle, "manifest.json"))) {
    throw new Error(`there is no extension in ${bundle}: build it first (npm run build:firefox)`);
  }
  const profile = options.profile ?? (await freshProfile());
  const language = options.language ?? "en-US";
  const proxy = await startConnectProxy(DOMAIN, options.port);
  const { width, height } = options.windowSize ?? { width: 1360, height: 940 };
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: ensureBrowser("firefox"),
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    env: { ...process.env, ...options.env },
    // With system access the panel, the event page and the clipboard can be reached.
    args: [
      ...["--profile", profile, "-remote-allow-system-access"],
      ...[`--width=${width}`, `--height=${height}`],
    ],
    extraPrefsFirefox: {
      ...prefsFor(proxy.port, options.alongside ?? []),
      "intl.accept_languages": language,
      ...options.prefs,
    },
  });
  rememberFirefox(browser);
  const errors = watchErrors(browser);
  const inside = await stepInside(browser, EXTENSION_ID);
  await inside.do("speak", language);
  await browser.installExtension(bundle);
  await inside.do("showButton");
  for (const { folder } of options.alongside ?? []) await browser.installExtension(folder);
  const base = `moz-extension://${UUID}/`;
  const openPage = (file: string, of = base) => openExtensionPage(browser, `${of}${file}`);
  return {
    kind: "firefox",
    browser,
    base,
    inside,
    extensionId: EXTENSION_ID,
    inFrontPage: async (body) => JSON.parse(String(await inside.do("inFrontPage", body))),
    openPage,
    openWorkspace: () => openPage("workspace.html"),
    openConsole: async (path = "/") => {
      const page = await browser.newPage();
      await page.goto(`https://partner.${DOMAIN}${path}`);
      await page.waitForSelector(">>> h1");
      await page.bringToFront();
      return page;
    },
    openPopup: () => openPopup(browser, inside),
    openWindow: async (address) => {
      if (address.startsWith(base)) return openExtensionPage(browser, address, "window");
      const page = await browser.newPage({ type: "window" });
      await page.goto(address);
      return page;
    },
    extensionPage: (file, timeoutMs = WAIT_MS) =>
      extensionPage(browser, inside, `${base}${file}`, timeoutMs),
    killWorker: () => inside.do("endBackground").then(() => undefined),
    workerRuns: async () => (await inside.do("backgroundRuns")) === true,
    clipboardText: async () => String(await inside.do("clipboardText")),
    downloadTo: async (folder) => {
      await inside.do("downloadTo", folder);
    },
    removeExtension: async () => {
      await inside.do("removeExtension");
    },
    errors: () => errors,
    close: async () => {
      await browser.close();
      await proxy.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The panel of the toolbar, which BiDi speaks of once it stands where a person sees it. */
async function openPopup(browser: Browser, inside: InsideFirefox): Promise<Page> {
  const id = await inside.do("openPanel");
  const popup = await pageOf(browser, (page) => contextId(page) === id);
  if (!popup) throw new Error("the panel opened and was not told of");
  // Closing a tab is not closing a panel.
  popup.close = async () => {
    const gone = popup.isClosed() || new Promise((resolve) => popup.once("close", resolve));
    await inside.do("closePanel");
    await gone;
  };
  await popup.waitForFunction(() => document.readyState === "complete");
  return popup;
}

async function extensionPage(
  browser: Browser,
  inside: InsideFirefox,
  address: string,
  timeoutMs: number,
): Promise<Page> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    await inside.do("tellOfOwnTabs", ...(await browser.pages()).map(contextId));
    for (const page of await browser.pages()) {
      const href = await Promise.race([
        page.evaluate(() => location.href).catch(() => ""),
        pause(500).then(() => ""),
      ]);
      if (href.startsWith(address)) return page;
    }
    if (Date.now() > deadlineMs) throw new Error(`no page stands at ${address}`);
    await pause(50);
  }
}

/** Telling of a page and hearing of it are two things, the second a moment later. */
async function pageOf(browser: Browser, is: (page: Page) => boolean): Promise<Page | null> {
  const deadlineMs = Date.now() + WAIT_MS;
  while (Date.now() < deadlineMs) {
    const found = (await browser.pages()).find(is);
    if (found) return found;
    await pause(20);
  }
  return null;
}

/** Firefox moves the tab to the extensions' process and tells of no address or loading there; so the page is asked. */
async function openExtensionPage(
  browser: Browser,
  address: string,
  type: "tab" | "window" = "tab",
): Promise<Page> {
  const page = await browser.newPage({ type });
  void page.goto(address, { timeout: WAIT_MS }).catch(() => null);
  await arrived(page, address);
  page.url = () => address;
  page.reload = async () => {
    await page.evaluate(() => {
      document.documentElement.dataset.old = "";
      location.reload();
    });
    await arrived(page, address);
    return null;
  };
  return page;
}

async function arrived(page: Page, address: string): Promise<void> {
  const deadlineMs = Date.now() + WAIT_MS;
  while (Date.now() < deadlineMs) {
    const isThere = page.evaluate(
      (wanted) =>
        location.href.startsWith(wanted) &&
        document.readyState === "complete" &&
        document.documentElement.dataset.old === undefined,
      address,
    );
    // While the tab is on its way between two processes there is nothing to ask.
    if (await Promise.race([isThere.catch(() => false), pause(500).then(() => false)])) return;
    await pause(50);
  }
  throw new Error(`${address} did not open`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function prefsFor(
  proxyPort: number,
  others: readonly { id: string; uuid: string }[],
): Record<string, unknown> {
  const uuids = [{ id: EXTENSION_ID, uuid: UUID }, ...others].map(({ id, uuid }) => [id, uuid]);
  return {
    "extensions.webextensions.uuids": JSON.stringify(Object.fromEntries(uuids)),
    // A JSON file is shown as it stands, in a page of the extension's own origin.
    "devtools.jsonview.enabled": false,
    // What a test installs is taken out at the end, and its storage with it; tests look at both.
    "extensions.webextensions.keepStorageOnUninstall": true,
    "extensions.webextensions.keepUuidOnUninstall": true,
    "network.proxy.type": 1,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxyPort,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxyPort,
  };
}

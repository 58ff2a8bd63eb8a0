import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { ensureBrowser } from "../setup/ensure-browser.ts";
import { freshProfile } from "./browser.ts";
import { startConnectProxy } from "./connect-proxy.ts";
import { watchErrors } from "./page-errors.ts";

const BUNDLE = join(import.meta.dirname, "..", "..", ".output", "firefox-mv3");
const EXTENSION_ID = "icmc-companion@impossiblecloud.example";
/** Firefox draws one for each profile; a fixed one lets the tests know the addresses. */
const UUID = "4b1f0f2e-8a53-4c1c-9a57-2f6f0a1d7c11";
const WAIT_MS = 15_000;
const DOMAIN = "impossiblecloud.com";

export interface FirefoxOptions {
  /** Where the local ICMC listens on loopback; `null` leads nowhere. */
  port: number | null;
  /** Folder of an unpacked extension; the production bundle unless told. */
  bundle?: string;
  /** Other extensions beside ours, under addresses of the test's choice. */
  alongside?: readonly { folder: string; id: string; uuid: string }[];
  /** A profile that stays after closing; a fresh one, thrown away at the end, unless told. */
  profile?: string;
  prefs?: Record<string, unknown>;
  /** Added to the variables of this process, such as another `HOME`. */
  env?: Record<string, string>;
}

export interface TestFirefox {
  browser: Browser;
  /** Address of the extension's folder, with a slash behind. */
  base: string;
  /** A new tab of the console in front, its application drawn. */
  openConsole(path?: string): Promise<Page>;
  /** A page of the extension, or of one alongside, in a tab; the panel of the toolbar cannot be reached from outside. */
  openPage(file: string, of?: string): Promise<Page>;
  /** What the browser calls our extension. */
  extensionId: string;
  /** Runs the body of a function, with the browser's own rights, in the process of the page in front. */
  inFrontPage(body: string): Promise<unknown>;
  /** Ends the event page, whatever it is working on; the next event starts it anew. */
  endBackground(): Promise<void>;
  /** Errors that pages wrote to their console or threw. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** Starts a real Firefox with the unmodified production bundle. */
export async function launchFirefox(options: FirefoxOptions): Promise<TestFirefox> {
  const bundle = options.bundle ?? BUNDLE;
  if (!existsSync(join(bundle, "manifest.json"))) {
    throw new Error(`there is no extension in ${bundle}: build it first (npm run build:firefox)`);
  }
  const profile = options.profile ?? (await freshProfile());
  const proxy = await startConnectProxy(DOMAIN, options.port);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: ensureBrowser("firefox"),
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    env: { ...process.env, ...options.env },
    // Only so can a test end the event page in the middle of its work.
    args: ["--profile", profile, "-remote-allow-system-access"],
    extraPrefsFirefox: { ...prefsFor(proxy.port, options.alongside ?? []), ...options.prefs },
  });
  const errors = watchErrors(browser);
  await browser.installExtension(bundle);
  for (const { folder } of options.alongside ?? []) await browser.installExtension(folder);
  const base = `moz-extension://${UUID}/`;
  return {
    browser,
    base,
    openPage: (file, of = base) => openExtensionPage(browser, `${of}${file}`),
    openConsole: async (path = "/") => {
      const page = await browser.newPage();
      await page.goto(`https://partner.${DOMAIN}${path}`);
      await page.waitForSelector("h1");
      await page.bringToFront();
      return page;
    },
    extensionId: EXTENSION_ID,
    inFrontPage: async (body) => JSON.parse(String(await inBrowserItself(browser, inFront(body)))),
    endBackground: async () => {
      await inBrowserItself(
        browser,
        `WebExtensionPolicy.getByID("${EXTENSION_ID}").extension.terminateBackground({ disableResetIdleForTest: true, ignoreDevToolsAttached: true }).then(() => "")`,
      );
    },
    errors: () => errors,
    close: async () => {
      await browser.close();
      await proxy.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox moves the tab to the extensions' process and never says that it has arrived; so the page is asked. */
async function openExtensionPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  const arrival = page.goto(address, { timeout: WAIT_MS }).catch(() => null);
  const deadlineMs = Date.now() + WAIT_MS;
  while (Date.now() < deadlineMs) {
    const isThere = page.evaluate(
      (wanted) => location.href === wanted && document.readyState === "complete",
      address,
    );
    // While the tab is on its way between two processes there is nothing to ask.
    if (await Promise.race([isThere.catch(() => false), pause(500).then(() => false)])) return page;
    await Promise.race([arrival, pause(50)]);
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
    "intl.accept_languages": "en-US",
  };
}

interface Bidi {
  connection: {
    send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
  };
}

/** Evaluates in the browser's own window, where an extension's background is managed. */
async function inBrowserItself(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as Bidi;
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = tree.result.contexts as { context: string }[];
  if (!window) throw new Error("the browser has no window");
  const { result } = await connection.send("script.evaluate", {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  });
  if (result.type !== "success") throw new Error(`the browser refused: ${JSON.stringify(result)}`);
  return (result.result as { value?: unknown }).value;
}

/** An expression that has a script run beside the page in front and tells what it returned, as JSON. */
function inFront(body: string): string {
  const script = `(async () => {
    const told = await (async () => { ${body} })().then((value) => ({ value }), (error) => ({ failure: String(error) }));
    sendAsyncMessage("trust:told", JSON.stringify(told));
  })()`;
  return `new Promise((resolve, reject) => {
    const manager = Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedBrowser.messageManager;
    manager.addMessageListener("trust:told", function told({ data }) {
      manager.removeMessageListener("trust:told", told);
      const { value, failure } = JSON.parse(data);
      failure === undefined ? resolve(JSON.stringify(value ?? null)) : reject(new Error(failure));
    });
    manager.loadFrameScript("data:," + encodeURIComponent(${JSON.stringify(script)}), false);
  })`;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";

const SCRIPT = readFileSync(join(import.meta.dirname, "inside-firefox.js"), "utf8");

/** What `inside-firefox.js` can do. */
type Deed =
  | "openPanel"
  | "closePanel"
  | "tellOfOwnTabs"
  | "clipboardText"
  | "endBackground"
  | "speak"
  | "showButton"
  | "backgroundRuns"
  | "setScheme"
  | "downloadTo"
  | "inFrontPage"
  | "removeExtension"
  | "answerQuestion"
  | "takeSites"
  | "clearSiteData";

export interface InsideFirefox {
  do(deed: Deed, ...args: (string | boolean | null)[]): Promise<unknown>;
}

interface Bidi {
  connection: {
    send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
  };
}

const insides = new WeakMap<Browser, InsideFirefox>();

/** Evaluates in the browser's own window, where panels and extensions are managed. */
export async function stepInside(browser: Browser, extensionId: string): Promise<InsideFirefox> {
  const { connection } = browser as unknown as Bidi;
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = tree.result.contexts as { context: string }[];
  if (!window) throw new Error("the browser has no window");
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await connection.send("script.evaluate", {
      expression,
      target: { context: window.context },
      awaitPromise: true,
    });
    if (result.type !== "success") {
      const { text } = result.exceptionDetails as { text: string };
      throw new Error(`Firefox refused: ${text}`);
    }
    return (result.result as { value?: unknown }).value;
  };
  await evaluate(`(${SCRIPT.replace(/;\s*$/, "")})(${JSON.stringify(extensionId)})`);
  const inside: InsideFirefox = {
    do: (deed, ...args) => evaluate(`window.icmcTest.${deed}(...${JSON.stringify(args)})`),
  };
  insides.set(browser, inside);
  return inside;
}

/** The Firefox this page belongs to, from within. */
export function insideOf(page: Page): InsideFirefox {
  const inside = insides.get(page.browser());
  if (!inside) throw new Error("nobody stepped inside this browser");
  return inside;
}

/** What BiDi calls this page. */
export function contextId(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

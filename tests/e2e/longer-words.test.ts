import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import english from "../../assets/locales/en.json" with { type: "json" };
import { speak } from "../../lib/words/words.ts";
import { type WordTable, wordsOf } from "../../lib/words/words-of.ts";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { bundleOf, WANTED } from "./browser-kind.ts";
import { byRole } from "./find.ts";
import { throughPopup, throughWorkspace } from "./screens.ts";
import { spillsIn } from "./spills.ts";

/** A walk through every screen, on a busy machine. */
const WALK_MS = 300_000;
let icmc: Icmc;
let browser: TestBrowser;
let bundle: string;

beforeAll(async () => {
  bundle = mkdtempSync(join(tmpdir(), "icmc-longer-"));
  cpSync(bundleOf(WANTED), bundle, { recursive: true });
  const file = join(bundle, "_locales", "en", "messages.json");
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, "utf8"));
  for (const [name, one] of Object.entries(messages))
    if (isText(name)) one.message = longer(one.message);
  writeFileSync(file, JSON.stringify(messages));
  speak(wordsOf(longerTable(english)));
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port, bundle });
  await browser.openConsole("/");
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
  rmSync(bundle, { recursive: true, force: true });
});

/** The language's own name is no text, and the browser limits what a manifest says. */
function isText(name: string): boolean {
  return name !== "locale" && !name.startsWith("manifest");
}

/** Every word with its first letters once more behind it, 40 % of them. */
function longer(text: string): string {
  return text.replace(
    /(?<!\$)\p{L}+/gu,
    (word) => word + word.slice(0, Math.ceil(0.4 * word.length)).toLowerCase(),
  );
}

function longerTable(table: WordTable, isTop = true): WordTable {
  return Object.fromEntries(
    Object.entries(table).map(([name, node]) => [
      name,
      isTop && !isText(name)
        ? node
        : typeof node === "string"
          ? longer(node)
          : longerTable(node, false),
    ]),
  );
}

describe("words that are 40 % longer than the English ones", () => {
  const spills: string[] = [];
  const look = async (screen: string, page: Page) => {
    for (const spill of await spillsIn(page)) spills.push(`${screen}: ${spill}`);
  };

  it(
    "fit on every main screen of the popup",
    async () => {
      await throughPopup(browser, icmc, look);
      expect(spills.splice(0)).toEqual([]);
    },
    WALK_MS,
  );

  it(
    "fit on every place of the workspace, in a wide window and in a narrow one",
    async () => {
      const workspace = await browser.openWorkspace();
      await byRole(workspace, "navigation");
      for (const width of [1360, 800]) {
        await workspace.setViewport({ width, height: 900 });
        await throughWorkspace(workspace, icmc, (screen, page) =>
          look(`${screen} in ${width}`, page),
        );
      }
      expect(spills.splice(0)).toEqual([]);
    },
    WALK_MS,
  );
});

import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import german from "../../assets/locales/de.json" with { type: "json" };
import english from "../../assets/locales/en.json" with { type: "json" };
import { speak, t } from "../../lib/words/words.ts";
import { type WordTable, wordsOf } from "../../lib/words/words-of.ts";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { byRole } from "./find.ts";
import { throughPopup, throughWorkspace } from "./screens.ts";
import { spillsIn } from "./spills.ts";

/** A walk through every screen, on a busy machine. */
const WALK_MS = 300_000;
let icmc: Icmc;
let browser: TestBrowser;

beforeAll(async () => {
  speak(wordsOf(german));
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port, language: "de" });
  await browser.openConsole("/");
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

function sentences(table: WordTable): string[] {
  return Object.values(table).flatMap((node) =>
    typeof node === "string" ? [node] : sentences(node),
  );
}

/** English texts of two words and more that German says otherwise. */
const GERMAN = new Set(sentences(german));
const ENGLISH = sentences(english).filter(
  (words) => words.includes(" ") && !words.includes("$") && !GERMAN.has(words),
);

/** Texts, titles and names that are still English. */
async function englishIn(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() =>
    [
      document.title,
      document.body.textContent,
      ...[...document.querySelectorAll("*")].flatMap((one) =>
        ["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name) ?? ""),
      ),
    ].join("\n"),
  );
  return ENGLISH.filter((words) => shown.includes(words));
}

describe("where the browser speaks German", () => {
  const wrong: string[] = [];
  const look = async (screen: string, page: Page) => {
    for (const words of await englishIn(page)) wrong.push(`${screen}: ${words}`);
    for (const spill of await spillsIn(page)) wrong.push(`${screen}: ${spill}`);
  };

  it(
    "the popup speaks it on every main screen, and all of it can be read",
    async () => {
      await throughPopup(browser, icmc, look);
      expect(wrong.splice(0)).toEqual([]);
    },
    WALK_MS,
  );

  it("the popup writes its dates as is usual in German", async () => {
    const popup = await browser.openPopup();
    await byRole(popup, "list", t("keys.list"));
    const badges = await popup.$$eval("li.key [data-state]", (all) =>
      all.map((one) => [one.textContent, one.getAttribute("title")]),
    );
    expect(badges.map(([words]) => words).sort()).toEqual([
      "Läuft in 199 Tagen ab",
      "Läuft in 4 Tagen ab",
      "Vor 3 Tagen abgelaufen",
    ]);
    expect(await popup.$eval("html", (html) => html.lang)).toBe("de-DE");
    await popup.close();
  });

  it(
    "every place of the workspace speaks it, and all of it can be read at 200 % of its size",
    async () => {
      const workspace = await browser.openWorkspace();
      await byRole(workspace, "navigation");
      expect(await workspace.title()).toBe("ICMC Companion – Arbeitsbereich");
      // What a window of 1280 × 900 has room for when everything in it is twice as large.
      await workspace.setViewport({ width: 640, height: 450 });
      await throughWorkspace(workspace, icmc, look);
      expect(wrong.splice(0)).toEqual([]);
    },
    WALK_MS,
  );
});

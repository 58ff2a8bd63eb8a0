import type { Page } from "puppeteer-core";
import type { TestBrowser } from "../browser.ts";
import { freshToken, html, iso, openOddPage, table } from "./odd-page.ts";

/** A console nobody has seen: how its form looks, how it reads it, and how it answers. */
export interface OddHabits {
  lang?: string;
  /** The words of the button that opens the form, and of the heading. */
  open?: string;
  /** The form as it stands in the page once it was opened. */
  form: string;
  /**
   * Script of the page. May use `issue(description, localEnd)`, which resolves to the token or
   * `{status, message}`, `place` where the form stands, and `$` for one element. `opened()` is
   * called when the form stands there.
   */
  script: string;
  /** Shown from the beginning, without a button. */
  isInline?: boolean;
  /** What the console answers instead of making a key; `null` makes it. */
  refuses?: { status: number; message: string } | null;
  /** So long it takes. */
  delayMs?: number;
  /** The list of a page that is loaded comes so late. */
  listDelayMs?: number;
}

export interface OddConsole {
  page: Page;
  /** Keys it made, with the local time that was asked for, such as `2027-03-04T10:07`. */
  made: { description: string; end: string; token: string }[];
  /** How often a key was asked for, refusals included. */
  asked(): number;
}

export async function openOddConsole(browser: TestBrowser, habits: OddHabits): Promise<OddConsole> {
  const made: OddConsole["made"] = [];
  let asked = 0;
  const page = await openOddPage(browser, { "/api_keys": () => document(habits, made) });
  await page.exposeFunction("issue", async (description: string, end: string) => {
    asked++;
    await new Promise((resolve) => setTimeout(resolve, habits.delayMs ?? 0));
    if (habits.refuses) return habits.refuses;
    const token = freshToken({ exp: Math.floor(new Date(end).getTime() / 1_000) });
    made.push({ description, end, token });
    return token;
  });
  return { page, made, asked: () => asked };
}

function document(habits: OddHabits, made: OddConsole["made"]): string {
  const { lang = "en", open = "Create new API Key", form, script, isInline, listDelayMs } = habits;
  const rows = [
    ["Old one", iso(new Date(2027, 10, 27, 18)), "2026-01-13 09:00"],
    ...made.map(({ description, end }) => [description, end.replace("T", " "), iso(new Date())]),
  ];
  const list = table(["Description", "Valid until", "Created at"], rows, 'id="list"');
  const template = (id: string, inner: string) => `<template id="${id}">${inner}</template>`;
  return html(
    `<nav><a href="/api_keys">API Keys</a></nav><main><h1>API Keys</h1>
    ${isInline ? "" : `<button id="open" type="button">${open}</button>`}
    <div id="place"></div><div id="rows"></div></main>
    ${template("form", form)}${template("table", list)}
    <script>
      const $ = (selector) => document.querySelector(selector);
      const place = $("#place");
      const fill = (into, from) => into.replaceChildren($(from).content.cloneNode(true));
      setTimeout(() => fill($("#rows"), "#table"), ${listDelayMs ?? 0});
      const show = () => { fill(place, "#form"); opened(); };
      ${script}
      ${isInline ? "show();" : `$("#open").addEventListener("click", show);`}
    </script>`,
    { lang },
  );
}

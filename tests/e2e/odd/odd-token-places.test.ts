import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { launchBrowser, type TestBrowser } from "../browser.ts";
import { press } from "../find.ts";
import { keptToken } from "../kept-token.ts";
import { captureBecomes } from "../our-marks.ts";
import { createVault } from "../vault-owner.ts";
import { createThere } from "./creating-page.ts";
import { freshToken, html, openOddPage } from "./odd-page.ts";

let browser: TestBrowser;
let page: Page;
let made = 0;

beforeAll(async () => {
  browser = await launchBrowser({ port: null });
  page = await openOddPage(browser, html("<h1>Overview</h1>"), "/");
  await (await createVault(browser)).close();
});
afterEach(() => page.close());
afterAll(async () => {
  expect(browser.errors()).toEqual([]);
  await browser.close();
});

const ONCE = "<p>Copy it now, it is shown only once.</p>";
const OVER = "position:fixed;inset:20% 30%;background:#fff;border:1px solid;padding:20px";
const scripted = (markup: string) => JSON.stringify(markup).replaceAll("<", "\\u003c");

/** Answers the form with this markup, in the dialog's place or, for `list`, on the page below it. */
const answering = (markup: string, place: "dialog" | "list") =>
  html(
    `<main><h1>API Keys</h1><button id="open">Create new API Key</button><div id="list"></div></main>
    <div id="dialog" role="dialog" hidden style="${OVER}"><label>Description <input id="description"></label><label>Expires on <input type="date"></label><button id="send">Create</button></div>
    <script>const $ = (id) => document.getElementById(id); $("open").onclick = () => { $("dialog").hidden = false; };
    $("send").onclick = () => { if (${place === "list"}) $("dialog").remove(); $("${place}").innerHTML = ${scripted(markup)}; };</script>`,
  );

it.each<[string, "dialog" | "list", (token: string) => string]>([
  [
    "on a button that copies it",
    "dialog",
    (token) =>
      `<h2>Your new API key</h2><button style="width:100%"><code>${token}</code> <span>Copy</span></button>${ONCE}`,
  ],
  [
    "carried by its copy button while it is masked",
    "dialog",
    (token) =>
      `<h2>API key created</h2><code>••••••••••••••••</code><button data-clipboard-text="${token}">Copy</button>${ONCE}`,
  ],
  [
    "among the lines of a file",
    "dialog",
    (token) =>
      `<h2>API key created</h2><textarea readonly>KEY_ID=4711\nICMC_API_KEY=${token}\n</textarea>${ONCE}`,
  ],
  [
    "within a command only",
    "dialog",
    (token) =>
      `<h2>Your new API key</h2><pre>curl -H 'Authorization: Bearer ${token}' https://api.example</pre>${ONCE}`,
  ],
  [
    "in its own row of the list",
    "list",
    (token) =>
      `<table><tr><th>Description</th><th>Key</th></tr><tr><td>New one</td><td>${token}</td></tr></table>`,
  ],
])("takes the whole key %s", async (_name, place, markup) => {
  const token = freshToken();
  const description = `Placed key ${++made}`;
  page = await openOddPage(browser, answering(markup(token), place));
  await createThere(page, description);
  await captureBecomes(page, "held", 6_000);
  await press(page, "button", "Save to vault");
  await captureBecomes(page, "saved");
  expect(await keptToken(browser, description)).toBe(token);
});

it("holds one key once, however often the page draws it anew", async () => {
  const token = freshToken();
  const shown = `<h2>Your new API key</h2><code>${token}</code>${ONCE}`;
  page = await openOddPage(browser, answering(shown, "dialog"));
  await createThere(page, "Drawn anew");
  await captureBecomes(page, "held", 6_000);
  for (let times = 0; times < 3; times++) {
    await page.$eval("#dialog", (dialog) => dialog.replaceChildren());
    await captureBecomes(page, null);
    await page.$eval(
      "#dialog",
      (dialog, markup) => {
        dialog.innerHTML = markup;
      },
      shown,
    );
    await captureBecomes(page, "held");
  }
  const popup = await browser.openPopup();
  await popup.waitForFunction(() => /keys? waiting/.test(document.body.textContent));
  expect(await popup.evaluate(() => document.body.textContent)).toMatch(/\b1 key waiting/);
  await press(popup, "button", "Discard");
  await popup.close();
});

it("takes the key that replaces another, asked for in its row or beside the one before", async () => {
  const [first, second] = [freshToken(), freshToken()];
  const shown = (token: string) =>
    `<h2>Your new API key</h2><code>${token}</code><button id="again">Regenerate</button>${ONCE}`;
  page = await openOddPage(
    browser,
    html(
      `<h1>API Keys</h1><table><tr><th>Description</th><th>Valid until</th><th></th></tr><tr><td>Backup</td><td>2031-01-01</td><td><button id="row">Regenerate</button></td></tr></table>
      <div id="dialog" role="dialog" hidden style="${OVER}"><h2>Regenerate this key?</h2><button id="sure">Regenerate</button></div>
      <script>const $ = (id) => document.getElementById(id); const show = (markup) => setTimeout(() => { $("dialog").innerHTML = markup; if ($("again")) $("again").onclick = () => show(${scripted(shown(second))}); }, 200);
      $("row").onclick = () => { $("dialog").hidden = false; }; $("sure").onclick = () => show(${scripted(shown(first))});</script>`,
    ),
  );
  await page.click("#row");
  await page.click("#sure");
  await captureBecomes(page, "held", 6_000);
  await page.click("#again");
  await page.waitForFunction(
    (token) => document.querySelector("code")?.textContent === token,
    {},
    second,
  );
  await captureBecomes(page, "held", 6_000);
  await press(page, "button", "Save to vault");
  await captureBecomes(page, "saved");
});

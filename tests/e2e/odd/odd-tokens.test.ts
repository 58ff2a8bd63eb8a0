import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { launchBrowser, type TestBrowser } from "../browser.ts";
import { press } from "../find.ts";
import { keptToken } from "../kept-token.ts";
import { captureBecomes, captureState } from "../our-marks.ts";
import { createVault } from "../vault-owner.ts";
import { type Answers, freshToken, html, openOddPage } from "./odd-page.ts";

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

const FORM = (submit = "Create") =>
  `<label>Description <input id="description"></label><label>Expires on <input type="date" id="until"></label><button id="send">${submit}</button>`;
const list = '<h1>API Keys</h1><button id="open">Create new API Key</button>';

/** A page with the create form in a dialog; `answer` is script that shows `token`, run when it is sent. */
const dialogPage = (token: string, answer: string, more = "") =>
  html(
    `${list}${more}<div id="dialog" role="dialog" hidden style="position:fixed;inset:20% 30%;background:#fff;border:1px solid;padding:20px">${FORM()}</div>
    <script>const token = ${JSON.stringify(token)}; const $ = (id) => document.getElementById(id);
    $("open").onclick = () => { $("dialog").hidden = false; };
    const show = (markup) => { $("dialog").innerHTML = markup; };
    $("send").onclick = async () => { ${answer} };</script>`,
  );

async function create(answers: string | Answers): Promise<string> {
  page = await openOddPage(browser, answers);
  const description = `Odd key ${++made}`;
  await page.click("#open");
  await fillAndSend(description);
  return description;
}

async function fillAndSend(description: string): Promise<void> {
  await page.type("#description", description);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#until");
    if (field) field.value = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
  });
  await page.click("#send");
}

/** Saves what is offered and compares it with what the vault gives back. */
async function expectKept(description: string, token: string): Promise<void> {
  await captureBecomes(page, "held", 6_000);
  await press(page, "button", "Save to vault");
  await captureBecomes(page, "saved");
  expect(await keptToken(browser, description)).toBe(token);
}

const COPY = "<button>Copy</button><p>Copy it now, it is shown only once.</p><button>Done</button>";

it.each<[string, (token: string) => string]>([
  [
    "in a dialog that was open before the token was there",
    () => `show("<h2>Your new API key</h2><p id=wait>Please wait…</p>${COPY}"); await new Promise((r) => setTimeout(r, 900));
      $("wait").outerHTML = "<code>" + token + "</code>";`,
  ],
  [
    "typed letter by letter",
    () =>
      `show("<h2>Your new API key</h2><code id=out></code>${COPY}"); for (const letter of token) { await new Promise((r) => setTimeout(r, 4)); $("out").textContent += letter; }`,
  ],
  [
    "typed in slow pieces by an algorithm nobody knows",
    () =>
      `show("<h2>Your new API key</h2><code id=out></code>${COPY}"); for (let at = 0; at < token.length; at += 9) { await new Promise((r) => setTimeout(r, 60)); $("out").textContent += token.slice(at, at + 9); }`,
  ],
  [
    "in a password field",
    () =>
      `show("<h2>API key created</h2><label>API key <input type=password readonly id=out></label><button>👁 Show</button>${COPY}"); $("out").value = token;`,
  ],
  [
    "behind dots until it is shown",
    () =>
      `show("<h2>API key created</h2><code id=out>••••••••••••••••</code><button id=eye>Show key</button>${COPY}"); $("eye").onclick = () => { $("out").textContent = token; }; setTimeout(() => $("eye").click(), 300);`,
  ],
  [
    "in a toast",
    () =>
      `$("dialog").remove(); document.body.insertAdjacentHTML("beforeend", "<div role=status style='position:fixed;right:10px;bottom:10px'>Key created. Copy it now: <code>" + token + "</code> <button>Copy</button></div>");`,
  ],
  [
    "with places to break",
    () =>
      `show("<h2>Your new API key</h2><p style='width:200px'>" + token.match(/.{1,20}/g).join("<wbr>\\u200b") + "</p>${COPY}");`,
  ],
  [
    "in lines of a text field",
    () =>
      `show("<h2>Your new API key</h2><textarea readonly id=out></textarea>${COPY}"); $("out").value = token.match(/.{1,40}/g).join("\\n");`,
  ],
  [
    "in pieces that are coloured",
    () =>
      `show("<h2>Ihr neuer API-Schlüssel</h2><pre>" + token.split(".").map((part) => "<span>" + part + "</span>").join("<b>.</b>") + "</pre>${COPY}");`,
  ],
  [
    "beside an example of its use",
    () =>
      `show("<h2>Your new API key</h2><code id=key>" + token + "</code>${COPY}<details open><summary>How to use it</summary><pre>curl -H 'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJleGFtcGxlIn0.c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtMDA'</pre></details>");`,
  ],
  [
    "after a step that asks again",
    () =>
      `show("<h2>Are you sure?</h2><button id=sure>Confirm</button>"); $("sure").onclick = () => show("<h2>New API key</h2><code>" + token + "</code>${COPY}"); setTimeout(() => $("sure").click(), 200);`,
  ],
  [
    "in an open shadow root inside of another one",
    () =>
      `show("<div id=outer></div>"); const a = $("outer").attachShadow({mode:"open"}); a.innerHTML = "<h2>Your new API key</h2><div></div>${COPY}"; a.querySelector("div").attachShadow({mode:"open"}).innerHTML = "<code>" + token + "</code>";`,
  ],
  [
    "in a dialog that is modal to the browser",
    () =>
      `const d = document.createElement("dialog"); d.innerHTML = "<h2>Your new API key</h2><code>" + token + "</code>${COPY}"; document.body.append(d); $("dialog").remove(); d.showModal();`,
  ],
])("takes the whole key %s", async (_name, answer) => {
  const isOwn = _name.includes("nobody knows");
  const token = isOwn ? ownAlgorithm(freshToken()) : freshToken();
  const description = await create(dialogPage(token, answer(token)));
  await expectKept(description, token);
});

/** The same token with an algorithm of the issuer's own, so that its length tells nothing. */
function ownAlgorithm(token: string): string {
  const [, body = "", signature = ""] = token.split(".");
  const head = Buffer.from(JSON.stringify({ alg: "ICMC1", typ: "JWT" })).toString("base64url");
  return `${head}.${body}.${signature}${signature.slice(0, 30)}`;
}

it.each<[string, (token: string) => string, string]>([
  [
    "a session's token that is renewed meanwhile",
    () =>
      `show("<h2>Something went wrong</h2>"); $("debug").textContent = "Session token: " + token;`,
    '<aside id="debug">Debug</aside>',
  ],
  [
    "an example that appears with the help",
    () =>
      `show("<h2>Could not create the key</h2>"); document.body.insertAdjacentHTML("beforeend", "<section><h3>Documentation</h3><p>Example: <code>" + token + "</code></p></section>");`,
    "",
  ],
  [
    "a token in a script",
    () =>
      `show("<h2>Could not create the key</h2>"); const s = document.createElement("script"); s.type = "application/json"; s.textContent = JSON.stringify({ token }); document.body.append(s);`,
    "",
  ],
  [
    "a token out of sight",
    () =>
      `show("<h2>API key created</h2><p>Copy it now</p><code style='position:absolute;left:-9999px'>" + token + "</code>");`,
    "",
  ],
  [
    "a token that is cut short",
    () => `show("<h2>Your new API key</h2><code>" + token.slice(0, 90) + "…</code>");`,
    "",
  ],
])("takes nothing from %s", async (_name, answer, more) => {
  await create(dialogPage(freshToken(), answer(""), more));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await captureState(page)).toBeNull();
});

it("takes a key that is shown by the next page, after the form was posted", async () => {
  const token = freshToken();
  const description = `Odd key ${++made}`;
  page = await openOddPage(
    browser,
    {
      "/api_keys": html(
        `<h1>API Keys</h1><a href="/api_keys/new" id="open">Create new API Key</a>`,
      ),
      "/api_keys/new": html(
        `<h1>New API Key</h1><form method="post" action="/api_keys/created">${FORM()}</form>`,
      ),
      "/api_keys/created": html(
        `<h1>API Keys</h1><p>Your new API key. Copy it now, it will not be shown again.</p><code>${token}</code><button>Copy</button><table><tr><th>Description</th><th>Valid until</th></tr></table>`,
      ),
    },
    "/api_keys",
  );
  await Promise.all([page.waitForNavigation(), page.click("#open")]);
  await page.waitForSelector("#send");
  await Promise.all([page.waitForNavigation(), fillAndSend(description)]);
  await expectKept(description, token);
});

it("takes nothing from a page that was merely loaded, however new its token looks", async () => {
  const token = freshToken();
  page = await openOddPage(
    browser,
    html(
      `<h1>API Keys</h1><p>Your new API key. Copy it now, it will not be shown again.</p><code>${token}</code><button>Copy</button>`,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await captureState(page)).toBeNull();
});
